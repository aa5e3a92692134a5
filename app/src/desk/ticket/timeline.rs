use std::collections::BTreeMap;

use domain::event::What;
use domain::id::EventId;
use domain::message::MessageKind;
use domain::page::{Entry, Timeline};
use leptos::prelude::*;

use super::bubble::Bubble;
use super::mark::Mark;
use super::open;
use crate::desk::address;
use crate::desk::api::looking::read_earlier;
use crate::reader::lang;
use crate::ui::{Button, Deed};

/// What of the history is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    All,
    Talk,
    Notes,
    Changes,
}

/// All that happened, the newest at the foot; earlier things are fetched at the head. The list
/// stands on its foot (see `ticket/history.css`), so that what is added above moves nothing.
#[component]
pub fn TimelineView() -> impl IntoView {
    let w = lang();
    let open = open();
    let newest = open.part(|page| page.timeline.clone());
    let known = RwSignal::new(newest.with_untracked(|newest| gather(&newest.entries)));
    let older = RwSignal::new(newest.with_untracked(|newest| newest.older));
    Effect::new(move |before: Option<()>| {
        let newest = newest.get();
        if before.is_some() {
            learn(known, older, &newest);
        }
    });
    let earlier = Deed::new();
    let fetch = move |_| {
        let Some(before) = older.get_untracked() else { return };
        earlier.run(read_earlier(open.number, before), move |page| {
            known.try_update(|known| known.extend(gather(&page.entries)));
            older.try_set(page.older);
        });
    };
    let tab = tab();
    let entries = move || {
        let fits = |entry: &&Entry| belongs(entry, tab.get());
        known.read().values().filter(fits).cloned().collect::<Vec<_>>()
    };

    view! {
        <TimelineTabs tab/>
        <div class="flow" tabindex="0" role="region" aria-label=w.timeline_label()>
            <div class="history">
                <Show when=move || older.get().is_some()>
                    <Button kind="quiet" busy=earlier.pending on:click=fetch>{w.timeline_earlier()}</Button>
                </Show>
                <ol>
                    <For each=entries key=|entry| entry.event.id let:entry>
                        <li>
                            {match entry.message.clone() {
                                Some(message) => view! { <Bubble entry message/> }.into_any(),
                                None => view! { <Mark entry/> }.into_any(),
                            }}
                        </li>
                    </For>
                </ol>
            </div>
        </div>
    }
}

#[component]
fn TimelineTabs(tab: Memo<Tab>) -> impl IntoView {
    let w = lang();
    let link = move |to: Tab, name: Option<&'static str>, label: &'static str| {
        let href = address::here_with("tab", name);
        let current = move || (tab.get() == to).then_some("true");
        view! { <a href=href aria-current=current>{label}</a> }
    };

    view! {
        <nav class="sieve" aria-label=w.timeline_filter()>
            {link(Tab::All, None, w.all())}
            {link(Tab::Talk, Some("talk"), w.timeline_talk())}
            {link(Tab::Notes, Some("notes"), w.timeline_notes())}
            {link(Tab::Changes, Some("changes"), w.timeline_changes())}
        </nav>
    }
}

fn tab() -> Memo<Tab> {
    let key = address::key("tab");
    Memo::new(move |_| match key.read().as_deref() {
        Some("talk") => Tab::Talk,
        Some("notes") => Tab::Notes,
        Some("changes") => Tab::Changes,
        _ => Tab::All,
    })
}

fn belongs(entry: &Entry, tab: Tab) -> bool {
    let kind = entry.message.as_ref().map(|message| message.kind);
    match tab {
        Tab::All => true,
        Tab::Talk => kind == Some(MessageKind::PublicReply),
        Tab::Notes => kind == Some(MessageKind::Note),
        Tab::Changes => kind.is_none() && !matches!(entry.what(), What::TicketCreated { .. }),
    }
}

fn gather(entries: &[Entry]) -> BTreeMap<EventId, Entry> {
    entries.iter().map(|entry| (entry.event.id, entry.clone())).collect()
}

/// Takes in what is new. Where more happened than one page holds, the gap is filled by fetching
/// from there on anew.
fn learn(
    known: RwSignal<BTreeMap<EventId, Entry>>,
    older: RwSignal<Option<EventId>>,
    newest: &Timeline,
) {
    let fresh = gather(&newest.entries);
    let connected = known.with_untracked(|known| {
        newest.older.is_none() || fresh.keys().next().is_some_and(|first| known.contains_key(first))
    });
    if connected {
        known.update(|known| known.extend(fresh));
    } else {
        known.set(fresh);
        older.set(newest.older);
    }
}
