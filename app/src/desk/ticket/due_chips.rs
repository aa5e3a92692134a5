use domain::state::StateCategory;
use leptos::prelude::*;

use super::open;
use crate::reader::lang;
use crate::ui::Due;

/// The promises that are still open, or when it comes back.
#[component]
pub fn DueChips() -> impl IntoView {
    let w = lang();
    let ticket = open().part(|page| page.ticket.clone());

    move || {
        let ticket = ticket.get();
        let clocks = ticket.clocks;
        match ticket.state.category() {
            StateCategory::New | StateCategory::Open => {
                let first =
                    clocks.first_response_due.filter(|_| clocks.first_responded_at.is_none());
                view! {
                    {first.map(|at| view! { <Due at what=w.due_first_answer()/> })}
                    {clocks.resolution_due.map(|at| view! { <Due at what=w.due_resolution()/> })}
                }
                .into_any()
            }
            StateCategory::Waiting => {
                let wake = ticket.wait.as_ref().and_then(|wait| wait.wake_at);
                let reason = ticket.wait.map(|wait| wait.reason).filter(|it| !it.is_empty());
                view! {
                    {wake.map(|at| view! { <Due at what=w.list_back()/> })}
                    {reason.map(|reason| view! { <span class="faint">{reason}</span> })}
                }
                .into_any()
            }
            StateCategory::Resolved | StateCategory::Closed => ticket
                .resolution
                .map(|code| view! { <span class="chip">{w.resolution(code)}</span> })
                .into_any(),
        }
    }
}
