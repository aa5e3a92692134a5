use domain::actor::Permission;
use domain::page::Me;
use leptos::prelude::*;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::use_location;
use leptos_router::location::Location;

use super::address::encode;
use super::keys::{CheatSheet, Keys};
use super::palette::Palette;
use super::rail::Rail;
use super::session::Session;
use crate::error::AppError;
use crate::live::Live;
use crate::reader::lang;
use crate::ui::{Toaster, Toasts};

/// What stands around every page of the workspace, and stays while pages change.
#[component]
pub fn Frame() -> impl IntoView {
    let session = Session::provide();
    Live::provide();
    Toaster::provide();
    Keys::provide();

    view! {
        <a class="skip" href="#main">{lang().skip_to_content()}</a>
        <div class="frame">
            <Rail/>
            <Outlet/>
        </div>
        <OnlyInside session/>
        <OnlyAnswers session/>
        <Toasts/>
        <Palette/>
        <CheatSheet/>
    }
}

/// Whoever may see no tickets has what they are asked, and nothing else is theirs to look at.
#[component]
fn OnlyAnswers(session: Session) -> impl IntoView {
    let Location { pathname, .. } = use_location();
    let astray = move || {
        let asked = pathname.read().starts_with("/desk/tasks");
        let reads = |me: &Me| me.permissions.contains(&Permission::ReadTickets);
        !asked && session.me().is_some_and(|me| me.is_ok_and(|me| !reads(&me)))
    };

    view! {
        <Transition>
            {move || astray().then(|| view! { <Redirect path="/desk/tasks"/> })}
        </Transition>
    }
}

/// Whoever is not signed in is led to the door.
#[component]
fn OnlyInside(session: Session) -> impl IntoView {
    let Location { pathname, search, .. } = use_location();
    let outside = move || matches!(session.me(), Some(Err(AppError::SignedOut)));
    let door = move || {
        let mut here = pathname.get_untracked();
        let search = search.get_untracked();
        if !search.is_empty() {
            here = format!("{here}?{search}");
        }
        format!("/desk/sign-in?next={}", encode(&here))
    };

    view! {
        <Transition>
            {move || outside().then(|| view! { <Redirect path=door()/> })}
        </Transition>
    }
}
