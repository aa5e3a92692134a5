//! What keeps the draft from being published, beside the step it is about.

use domain::flow::StepKey;
use domain::flow::check::Problem;
use leptos::prelude::*;

use super::names;
use super::state::{Editor, editor};
use crate::browser;
use crate::reader::lang;
use crate::ui::Icon;
use crate::words::Lang;

/// All of them; each leads to its step.
#[component]
pub fn Problems() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let any = Memo::new(move |_| !editor.problems.read().is_empty());
    let lines = move || {
        let problems = editor.problems.get();
        problems.into_iter().map(|problem| view! { <OneProblem problem/> }).collect_view()
    };

    view! {
        <Show when=move || any.get()>
            <details class="flow-problems" open>
                <summary>
                    <Icon name="alert"/>
                    {move || w.problems_count(editor.problems.read().len())}
                    <span class="soft">{w.problems_title()}</span>
                </summary>
                <ul>{lines}</ul>
            </details>
        </Show>
    }
}

#[component]
fn OneProblem(problem: Problem) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let words = sentence(w, editor, &problem);
    let Some(step) = problem.step().cloned() else {
        return view! { <li>{words}</li> }.into_any();
    };
    let name = editor.draft.with_untracked(|flow| names::step(w, flow, &step));
    let show = move |_| {
        editor.select(&step);
        browser::reveal(".step-panel");
    };

    view! { <li><button type="button" class="link" on:click=show>{name}</button>" "{words}</li> }
        .into_any()
}

/// Those of one step, where that step is shown.
#[component]
pub fn ProblemsOf(step: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let words = Memo::new(move |_| {
        let problems = editor.problems.read();
        let mine = problems.iter().filter(|problem| problem.step() == Some(&step));
        mine.map(|problem| sentence(w, editor, problem)).collect::<Vec<_>>()
    });
    let lines = move || {
        let lines = words.get().into_iter();
        lines.map(|words| view! { <p><Icon name="alert"/><span>{words}</span></p> }).collect_view()
    };

    view! { <div class="step-problems">{lines}</div> }
}

pub fn sentence(w: Lang, editor: Editor, problem: &Problem) -> String {
    editor.draft.with_untracked(|flow| {
        let called = |key: &StepKey| names::step(w, flow, key);
        w.flow_problem(problem, called, |step, ended| match flow.kind_of(step) {
            Some(kind) => names::outcome(w, kind, ended),
            None => ended.0.clone(),
        })
    })
}
