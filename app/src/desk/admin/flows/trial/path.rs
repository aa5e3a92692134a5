//! Where the imagined ticket has come, and how it goes on.

use domain::flow::kind::StepKind;
use domain::flow::{Flow, Outcome};
use domain::task::TaskState;
use leptos::prelude::*;

use super::{Stop, walked};
use crate::desk::admin::flows::state::editor;
use crate::desk::admin::flows::{facts, names};
use crate::reader::lang;
use crate::ui::{Button, Icon};

#[component]
pub fn Path() -> impl IntoView {
    let w = lang();
    let walked = walked();
    let stops = move || {
        let stops = walked.trail.get().stops.into_iter();
        stops.map(|stop| view! { <OneStop stop/> }).collect_view()
    };
    let end = move || {
        let trail = walked.trail.read();
        let words = match (trail.ended, trail.stuck) {
            (_, true) => Some(("stuck", "alert", w.trial_stuck())),
            (true, false) => Some(("ended", "check", w.trial_ended())),
            (false, false) => None,
        };
        words.map(|(how, icon, words)| view! { <p class="trial-end" data-how=how><Icon name=icon/>{words}</p> })
    };

    view! { <ol class="trail">{stops}</ol> <div role="status">{end}</div> }
}

#[component]
fn OneStop(stop: Stop) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let Stop { task, step, state, outcome } = stop;
    let flow = editor.draft.get_untracked();
    let kind = flow.kind_of(&step).cloned();
    let name = names::step(w, &flow, &step);
    let who = editor.choices.with_untracked(|choices| {
        let step = flow.step(&step).filter(|step| facts::has_owner(&step.kind));
        step.map(|step| names::owner(w, &flow, choices, &step.owner))
    });
    let open = !state.is_over() && !matches!(kind, Some(StepKind::Fork { .. }));
    let said = match (&outcome, &kind) {
        (Some(outcome), Some(kind)) => Some(names::outcome(w, kind, outcome)),
        _ => (state == TaskState::Skipped).then(|| w.trial_skipped().to_owned()),
    };
    let buttons = open.then(|| {
        let endings = endings(&flow, &step);
        endings
            .into_iter()
            .map(|(name, outcome)| {
                let act = move |_| walked().ends.update(|ends| ends.push((task, outcome.clone())));
                view! { <Button size="small" on:click=act>{name}</Button> }
            })
            .collect_view()
    });
    let chosen = step.clone();

    view! {
        <li data-open=open.then_some("")>
            <span class="a">
                <button type="button" class="link" on:click=move |_| editor.select(&chosen)>{name}</button>
                {said.map(|said| view! { <span class="soft">{said}</span> })}
            </span>
            {who.map(|who| view! { <small class="soft">{who}</small> })}
            <span class="endings">{buttons}</span>
        </li>
    }
    .into_any()
}

/// How the step can end, in words.
fn endings(flow: &Flow, step: &domain::flow::StepKey) -> Vec<(String, Outcome)> {
    let w = lang();
    let Some(kind) = flow.kind_of(step) else { return Vec::new() };
    let outcomes = kind.outcomes().into_iter();
    outcomes.map(|outcome| (names::outcome(w, kind, &outcome), outcome)).collect()
}
