use domain::behind::Number;
use domain::id::{AgentId, GroupId};
use domain::list::{Shelf, TicketQuery, View};
use leptos::prelude::*;

use super::Picked;
use crate::desk::address::ListOf;
use crate::desk::keys::{Command, Hint};
use crate::desk::people::everybody;
use crate::reader::lang;
use crate::ui::Icon;
use crate::words::Lang;

/// What the list shows, and the button for a new ticket.
#[component]
pub fn Heading(of: Memo<ListOf>, may_hand_over: Signal<bool>) -> impl IntoView {
    let w = lang();
    let title = move || match &*of.read() {
        ListOf::Work(Shelf::Mine | Shelf::Waiting, _) => w.desk_my_work(),
        ListOf::Work(Shelf::Queue, _) => w.list_queue_title(),
        ListOf::Tickets(query) if query.words.is_some() => w.list_search_title(),
        ListOf::Tickets(_) => w.list_views_title(),
        ListOf::Behind(query) => number_label(w, query.number),
    };
    let cut = Memo::new(move |_| match &*of.read() {
        ListOf::Tickets(query) if query.group.is_some() || query.owner.is_some() => {
            let all = TicketQuery { group: None, owner: None, ..query.clone() };
            Some((ListOf::Tickets(all), query.group, query.owner))
        }
        ListOf::Behind(query) if query.group.is_some() => {
            Some((ListOf::behind(query.number, None, None), query.group, None))
        }
        // A number of a person is of nobody without them.
        ListOf::Behind(query) if query.person.is_some() => {
            Some((ListOf::of_view(View::Live, None, query.person), None, query.person))
        }
        ListOf::Tickets(_) | ListOf::Work(..) | ListOf::Behind(_) => None,
    });

    view! {
        <header class="top">
            <h1>{title}</h1>
            {move || cut.get().map(|(all, group, owner)| view! { <Cut all group owner/> })}
            <Transition>{move || may_hand_over.get().then(|| view! { <Pick/> })}</Transition>
            <a class="button" href="/desk/new">
                <Icon name="plus"/>{w.list_new()} <Hint of=Command::New/>
            </a>
        </header>
    }
}

/// Fingers say with it that they want to tick; a pointer rests on a row.
#[component]
fn Pick() -> impl IntoView {
    let w = lang();
    let by_touch = use_context::<Picked>().unwrap_or_default().by_touch;

    view! {
        <button
            type="button"
            class="button pick"
            data-kind="quiet"
            data-size="icon"
            aria-label=w.list_pick_by_touch()
            aria-pressed=move || by_touch.get().to_string()
            on:click=move |_| by_touch.update(|on| *on = !*on)
        >
            <Icon name="check"/>
        </button>
    }
}

const fn number_label(w: Lang, number: Number) -> &'static str {
    match number {
        Number::Created => w.board_created(),
        Number::CreatedBySystem => w.board_created_by_system_today(),
        Number::Accepted => w.board_accepted_today(),
        Number::Handled => w.board_handled_today(),
        Number::Resolved => w.board_resolved(),
        Number::Rated => w.board_rated_today(),
        Number::Unclaimed => w.list_queue_title(),
        Number::Actionable => w.board_actionable(),
        Number::Late => w.board_late(),
        Number::Held => w.board_held(),
        Number::Owned => w.board_owned(),
    }
}

/// Whose tickets the view is cut to, and the way back to all of them.
#[component]
fn Cut(all: ListOf, group: Option<GroupId>, owner: Option<AgentId>) -> impl IntoView {
    let w = lang();
    let people = LocalResource::new(everybody);
    let name = move || {
        let people = people.get()?.ok()?;
        let group = group.and_then(|id| people.groups.into_iter().find(|it| it.id == id));
        let owner = owner.and_then(|id| people.colleagues.into_iter().find(|it| it.id == id));
        owner.map(|it| it.name).or_else(|| group.map(|it| it.name))
    };

    view! {
        <a class="chip cut" data-tone="info" href=all.href() title=w.list_uncut()>
            <Transition fallback=|| "…">{move || name().unwrap_or_else(|| w.list_cut().to_owned())}</Transition>
            <Icon name="x"/>
            <span class="aside-for-readers">{w.list_uncut()}</span>
        </a>
    }
}
