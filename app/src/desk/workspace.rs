//! The workspace: a list, and beside it whatever is open.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Location;

use super::address::ListOf;
use super::keys::{Command, on_command};
use super::list::List;
use crate::reader::lang;
use crate::ui::Empty;

#[component]
pub fn Workspace() -> impl IntoView {
    let of = ListOf::here();
    let Location { pathname, .. } = use_location();
    let beside = move || (pathname.read().trim_end_matches('/') != "/desk").then_some("");
    let go = use_navigate();
    on_command(Command::New, move || go("/desk/new", NavigateOptions::default()));

    view! {
        <div class="desk" data-beside=beside>
            <List of/>
            <Outlet/>
        </div>
    }
}

/// Nothing is open beside the list.
#[component]
pub fn NothingOpen() -> impl IntoView {
    let w = lang();

    view! {
        <Title text=w.desk_my_work()/>
        <main class="ticket nothing" id="main">
            <Empty icon="inbox" title=w.ticket_none_open() hint=w.ticket_none_open_hint()/>
        </main>
    }
}
