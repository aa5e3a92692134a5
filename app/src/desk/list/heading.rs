use domain::list::Shelf;
use leptos::prelude::*;

use crate::desk::address::ListOf;
use crate::desk::keys::{Command, Hint};
use crate::reader::lang;
use crate::ui::Icon;

/// What the list shows, and the button for a new ticket.
#[component]
pub fn Heading(of: Memo<ListOf>) -> impl IntoView {
    let w = lang();
    let title = move || match &*of.read() {
        ListOf::Work(Shelf::Mine | Shelf::Waiting) => w.desk_my_work(),
        ListOf::Work(Shelf::Queue) => w.list_queue_title(),
        ListOf::Tickets(query) if query.words.is_some() => w.list_search_title(),
        ListOf::Tickets(_) => w.rail_views(),
    };

    view! {
        <header class="top">
            <h1>{title}</h1>
            <a class="button" href="/desk/new">
                <Icon name="plus"/>{w.list_new()} <Hint of=Command::New/>
            </a>
        </header>
    }
}
