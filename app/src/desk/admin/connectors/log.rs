use domain::connector::page::CallLine;
use domain::outbox::OutboxState;
use leptos::prelude::*;

use super::editor::editor;
use crate::reader::lang;
use crate::ui::{Chip, Happened};

/// What it was asked lately, and how that went.
#[component]
pub fn Calls() -> impl IntoView {
    let w = lang();
    let calls = move || editor().page.read().calls.clone();
    let none = move || calls().is_empty();

    view! {
        <section>
            <h2>{w.connector_calls()}</h2>
            <Show when=none><p class="faint">{w.connector_calls_none()}</p></Show>
            <ol class="log">{move || calls().into_iter().map(|call| view! { <Call call/> }).collect_view()}</ol>
        </section>
    }
}

#[component]
fn Call(call: CallLine) -> impl IntoView {
    let w = lang();
    let CallLine { ticket, name, state, tries, reason, reference, at, .. } = call;
    let number = ticket.to_string();

    view! {
        <li>
            <span class="line">
                <Chip tone=tone(state)>{w.outbox(state)}</Chip>
                <b>{name}</b>
                {reference.map(|reference| view! { <span class="num">{reference}</span> })}
            </span>
            <span class="line soft">
                <a class="num" href=format!("/desk/t/{number}")>{number.clone()}</a>
                {(tries > 1).then(|| view! { <span class="num">{w.connector_tried(tries)}</span> })}
                <Happened at/>
            </span>
            {reason.map(|reason| view! { <q>{w.action_reason(&reason)}</q> })}
        </li>
    }
}

const fn tone(state: OutboxState) -> Option<&'static str> {
    match state {
        OutboxState::Queued | OutboxState::Sent => None,
        OutboxState::Confirmed => Some("good"),
        OutboxState::Refused => Some("soon"),
        OutboxState::Unknown => Some("late"),
    }
}
