//! The steps of a ticket, done and to come.

use domain::page::{StepState, StepView};
use leptos::prelude::*;

use super::Watch;
use crate::reader::{lang, now, reader};
use crate::when;

#[component]
pub fn Track(watch: Watch) -> impl IntoView {
    let w = lang();
    let steps = move || watch.ticket.with(|ticket| ticket.steps.clone());
    let row = move |step: StepView| view! { <Step step/> };
    view! { <ol class="track" aria-label=w.portal_steps()>{move || steps().into_iter().map(row).collect_view()}</ol> }
}

#[component]
fn Step(step: StepView) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let clock = now();
    let StepView { name, state, at, .. } = step;
    let (word, current) = match state {
        StepState::Done => ("done", None),
        StepState::Now => ("now", Some("step")),
        StepState::Later | StepState::Skipped => ("later", None),
    };
    let when = move || match (state, at) {
        (StepState::Now, _) => w.portal_step_now().to_owned(),
        (StepState::Done, Some(at)) => when::absolute(at, clock.get(), &reader),
        (StepState::Done, None) => w.portal_step_done().to_owned(),
        (StepState::Later | StepState::Skipped, _) => String::new(),
    };
    view! {
        <li data-state=word aria-current=current>
            <span>{name}</span>
            <span class="num">{when}</span>
        </li>
    }
}
