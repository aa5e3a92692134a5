//! The answers of a question.

use domain::flow::StepKey;
use domain::flow::kind::{Answer, StepKind};
use leptos::prelude::*;

use crate::desk::admin::flows::parts::{Add, Line, Small, Tick};
use crate::desk::admin::flows::state::{Editor, editor};
use crate::reader::lang;

#[component]
pub fn Answers(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let many = Memo::new(move |_| match &step.read().kind {
        StepKind::Question { answers } => answers.len(),
        _ => 0,
    });
    let of = key.clone();
    let add = move |()| {
        editor.change(|flow| flow.add_answer(&of, &w.answer_new(many.get_untracked() + 1)));
    };

    view! {
        <fieldset class="field rows">
            <legend class="label">{w.answers()}</legend>
            <For each=move || 0..many.get() key=|place| *place let:place>
                <OneAnswer key=key.clone() place/>
            </For>
            <Add label=w.answer_add() act=add/>
        </fieldset>
    }
    .into_any()
}

#[component]
fn OneAnswer(key: StepKey, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let answer = Memo::new(move |_| match &step.read().kind {
        StepKind::Question { answers } => answers.get(place).cloned(),
        _ => None,
    });
    let label = Signal::derive(move || answer.get().map(|it| it.label).unwrap_or_default());
    let needs_note = Signal::derive(move || answer.get().is_some_and(|it| it.needs_note));
    let of = key.clone();
    let typed = move |label: String| change(editor, &of, place, |it| it.label = label);
    let of = key.clone();
    let turn = move |on: bool| change(editor, &of, place, |it| it.needs_note = on);
    let remove = move |()| {
        editor.change(|flow| flow.remove_answer(&key, place));
    };

    view! {
        <div class="line">
            <Line label=w.answer_label() terse=true value=label typed/>
            <Tick label=w.answer_needs_note() on=needs_note turn/>
            <Small label=w.remove() icon="x" act=remove/>
        </div>
    }
    .into_any()
}

fn change(editor: Editor, key: &StepKey, place: usize, edit: impl FnOnce(&mut Answer)) {
    editor.change_step(key, |step| {
        if let StepKind::Question { answers } = &mut step.kind
            && let Some(answer) = answers.get_mut(place)
        {
            edit(answer);
        }
    });
}
