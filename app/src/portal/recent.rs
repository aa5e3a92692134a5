//! Tickets that were followed on this device by their links, for whoever has no account.

use domain::id::TicketNumber;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::api::progress_address;
use super::progress::Watch;
use crate::reader::lang;

const PLACE: &str = "gongdan.recent";
const MOST: usize = 10;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Recent {
    number: TicketNumber,
    subject: String,
    key: String,
}

/// Keeps the link of a ticket that is being looked at.
pub fn remember(watch: Watch) {
    let Some(key) = watch.key.get_value() else { return };
    let (number, subject) = watch.ticket.with(|ticket| (ticket.number, ticket.subject.clone()));
    let mut all = load();
    all.retain(|known| known.number != number);
    all.insert(0, Recent { number, subject, key });
    all.truncate(MOST);
    let _ = LocalStorage::set(PLACE, all);
}

fn load() -> Vec<Recent> {
    LocalStorage::get(PLACE).unwrap_or_default()
}

/// The device knows them, the server does not: they appear when the program runs.
#[component]
pub fn RecentTickets() -> impl IntoView {
    let w = lang();
    let recent = RwSignal::new(Vec::new());
    Effect::new(move || recent.set(load()));
    let forget = move |_| {
        LocalStorage::delete(PLACE);
        recent.set(Vec::new());
    };
    let row = |Recent { number, subject, key }: Recent| {
        view! {
            <li>
                <a href=progress_address(number, Some(&key))>
                    <b>{subject}</b>
                    <small class="num">{number.to_string()}</small>
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || !recent.read().is_empty()>
            <section aria-labelledby="recent">
                <h2 id="recent">{w.portal_recent()}</h2>
                <ul class="mine">{move || recent.get().into_iter().map(row).collect_view()}</ul>
                <button type="button" class="link" on:click=forget>{w.portal_forget_recent()}</button>
            </section>
        </Show>
    }
}
