use domain::page::{StepState, StepView};
use leptos::prelude::*;

use super::open;
use crate::reader::lang;

/// The flow as a bar: what is done, what is on, what comes.
#[component]
pub fn Steps() -> impl IntoView {
    let steps = open().part(|page| page.steps.clone());
    let each = |step: StepView| {
        let state = match step.state {
            StepState::Done => "done",
            StepState::Now => "now",
            StepState::Later => "later",
            StepState::Skipped => "skipped",
        };
        let current = (step.state == StepState::Now).then_some("step");
        let who = step.who.map(|who| format!(" · {who}"));
        view! { <li data-state=state aria-current=current>{step.name} {who}</li> }
    };

    view! {
        <ol class="steps" aria-label=lang().ticket_steps()>
            {move || steps.get().into_iter().map(each).collect_view()}
        </ol>
    }
}
