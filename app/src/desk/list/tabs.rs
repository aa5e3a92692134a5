use domain::list::{DeskCounts, Shelf, View, Within};
use leptos::prelude::*;

use crate::desk::address::ListOf;
use crate::reader::lang;
use crate::words::Lang;

/// The shelves of the worklist, or the views of all tickets, each with its number.
#[component]
pub fn Tabs(of: Memo<ListOf>, counts: Signal<Option<DeskCounts>>) -> impl IntoView {
    let w = lang();
    let shelves = move || {
        Shelf::ALL.map(|shelf| {
            let current = Signal::derive(
                move || matches!(&*of.read(), ListOf::Work(open, _) if *open == shelf),
            );
            let count = Signal::derive(move || counts.get().map(|it| on_shelf(&it, shelf)));
            let href = ListOf::Work(shelf, of.read_untracked().trigger()).href();
            view! { <Tab href label=shelf_label(w, shelf) count current/> }
        })
    };
    let taking_part = move || {
        let current = Signal::derive(move || *of.read() == ListOf::taking_part());
        let href = ListOf::taking_part().href();
        view! { <Tab href label=w.view_taking_part() count=Signal::stored(None) current/> }
    };
    let views = move || {
        let views = View::ALL.map(|view| {
            let current = Signal::derive(move || shows(&of.read(), view));
            let count = Signal::derive(move || counts.get().and_then(|it| in_view(&it, view)));
            let href = same_cut(&of.read_untracked(), view).href();
            view! { <Tab href label=view_label(w, view) count current/> }
        });
        (views, taking_part())
    };

    view! {
        <nav class="tabs" aria-label=w.list_tabs()>
            <Transition>
                {move || match &*of.read() {
                    ListOf::Work(..) => shelves().into_view().into_any(),
                    ListOf::Tickets(_) | ListOf::Behind(_) => views().into_view().into_any(),
                }}
            </Transition>
        </nav>
    }
}

#[component]
fn Tab(
    href: String,
    label: &'static str,
    count: Signal<Option<i64>>,
    current: Signal<bool>,
) -> impl IntoView {
    view! {
        <a href=href aria-current=move || current.get().then_some("page")>
            {label}
            <span class="num">{move || count.get().map(|count| count.to_string())}</span>
        </a>
    }
}

/// Another view of the same group's or owner's tickets. A new view is not a search any more.
fn same_cut(of: &ListOf, view: View) -> ListOf {
    let of_view = match of {
        ListOf::Tickets(query) => ListOf::of_view(view, query.group, query.owner),
        ListOf::Behind(query) => ListOf::of_view(view, query.group, query.person),
        ListOf::Work(..) => ListOf::of_view(view, None, None),
    };
    of_view.triggered(of.trigger())
}

fn shows(of: &ListOf, view: View) -> bool {
    matches!(of, ListOf::Tickets(query) if query.view == view
        && query.within != Within::TakingPart
        && query.words.is_none())
}

const fn on_shelf(counts: &DeskCounts, shelf: Shelf) -> i64 {
    match shelf {
        Shelf::Mine => counts.mine,
        Shelf::Queue => counts.queue,
        Shelf::Waiting => counts.held,
    }
}

/// Finished tickets only ever grow; their number says nothing.
const fn in_view(counts: &DeskCounts, view: View) -> Option<i64> {
    match view {
        View::Live => Some(counts.new + counts.open),
        View::New => Some(counts.new),
        View::Open => Some(counts.open),
        View::Waiting => Some(counts.waiting),
        View::Overdue => Some(counts.overdue),
        View::Supervised => Some(counts.supervised),
        View::Stuck => Some(counts.stuck),
        View::Resolved => Some(counts.resolved),
        View::Closed | View::Archived => None,
    }
}

const fn shelf_label(w: Lang, shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Mine => w.shelf_mine(),
        Shelf::Queue => w.shelf_queue(),
        Shelf::Waiting => w.shelf_waiting(),
    }
}

pub const fn view_label(w: Lang, view: View) -> &'static str {
    match view {
        View::Live => w.view_live(),
        View::New => w.view_new(),
        View::Open => w.view_open(),
        View::Waiting => w.view_waiting(),
        View::Overdue => w.view_overdue(),
        View::Supervised => w.view_supervised(),
        View::Stuck => w.view_stuck(),
        View::Resolved => w.view_resolved(),
        View::Closed => w.view_closed(),
        View::Archived => w.view_archived(),
    }
}
