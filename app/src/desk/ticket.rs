//! One ticket, in the middle: what it is about, how it stands, what happened, and what to say.

mod acts;
mod bubble;
mod bubble_menu;
mod deeds;
mod due_chips;
mod edit_subject;
mod header;
mod mark;
mod open;
mod partners;
mod presence;
mod steps;
mod supervision;
mod tasks;
mod timeline;

use domain::id::TicketNumber;
use domain::page::{Me, TicketPage};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

pub use mark::stars;
pub use open::{Open, open};
pub use presence::Typing;
pub use supervision::{OrderForm, Standing};

use super::address;
use super::api;
use super::composer::Composer;
use super::session::session;
use super::side::Side;
use crate::error::AppError;
use crate::live::live;
use crate::reader::lang;
use crate::ui::{Empty, Problem, Skeleton, keep_fresh};
use header::Header;
use timeline::TimelineView;

/// Starts anew for another ticket, and only then.
#[component]
pub fn TicketPane() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.read().get("number")?.parse::<TicketNumber>().ok());

    view! {
        {move || match number.get() {
            Some(number) => view! { <OneTicket number/> }.into_any(),
            None => view! { <Missing/> }.into_any(),
        }}
    }
}

#[component]
fn OneTicket(number: TicketNumber) -> impl IntoView {
    let session = session();
    let first = OnceResource::new(api::looking::read_ticket(number));
    let pane = move || {
        Suspend::new(async move {
            match (first.await, session.find().await) {
                (Ok(page), Ok(me)) => view! { <Loaded page me/> }.into_any(),
                (Err(AppError::NotFound), _) => view! { <Missing/> }.into_any(),
                (Err(error), _) | (_, Err(error)) => view! {
                    <main class="ticket" id="main"><Problem error=Some(error)/></main>
                }
                .into_any(),
            }
        })
    };

    view! {
        <Title text=number.to_string()/>
        <Transition fallback=|| view! { <main class="ticket" id="main"><Skeleton lines=8/></main> }>
            {pane}
        </Transition>
    }
}

/// What is shown follows the news; what somebody is typing stays.
#[component]
fn Loaded(page: TicketPage, me: Me) -> impl IntoView {
    let number = page.number;
    let shown = RwSignal::new(page);
    let gone = keep_fresh(live().of(number), shown, move || api::looking::read_ticket(number));
    provide_context(Open::new(number, me, shown));
    provide_context(Typing(RwSignal::new(false)));
    let part = address::key("part");
    let details = move || (part.read().as_deref() == Some("details")).then_some("");

    view! {
        <Show when=move || !gone.get() fallback=|| view! { <Gone/> }>
            <div class="open" data-details=details>
                <main class="ticket" id="main" tabindex="-1">
                    <Header/>
                    <supervision::Supervisions/>
                    <tasks::Asked/>
                    <partners::Partners/>
                    <TimelineView/>
                    <Composer/>
                </main>
                <Side/>
            </div>
        </Show>
    }
}

/// It was shown, and is somebody else's now.
#[component]
fn Gone() -> impl IntoView {
    let w = lang();

    view! {
        <main class="ticket nothing" id="main">
            <Empty icon="send" title=w.ticket_gone() hint=w.ticket_gone_hint()/>
        </main>
    }
}

#[component]
fn Missing() -> impl IntoView {
    let w = lang();

    view! {
        <Title text=w.ticket_missing()/>
        <main class="ticket nothing" id="main">
            <Empty icon="search" title=w.ticket_missing() hint=w.error_not_found()/>
        </main>
    }
}
