//! `/my`: the customer's own tickets.

use domain::list::{Cursor, Page};
use domain::page::MyTicket;
use domain::state::StateCategory;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::api::{my_tickets, progress_address};
use super::frame::Frame;
use super::problem::Unavailable;
use super::recent::RecentTickets;
use crate::reader::{lang, now, reader};
use crate::when;

#[component]
pub fn MyPage() -> impl IntoView {
    let w = lang();
    let query = use_query_map();
    let after = Memo::new(move |_| -> Option<Cursor> {
        query.with(|query| query.get("after").and_then(|after| after.parse().ok()))
    });
    let tickets = Resource::new_blocking(move || after.get(), my_tickets);
    let list = move || {
        Suspend::new(async move {
            match tickets.await {
                Ok(Some(page)) => view! { <Mine page/> }.into_any(),
                Ok(None) => view! { <SignedOut/> }.into_any(),
                Err(why) => view! { <Unavailable why/> }.into_any(),
            }
        })
    };
    view! {
        <Title text=w.portal_mine()/>
        <Frame kind="own">
            <h1>{w.portal_mine()}</h1>
            <Transition>{list}</Transition>
        </Frame>
    }
}

#[component]
fn Mine(page: Page<MyTicket>) -> impl IntoView {
    let w = lang();
    let Page { rows, next } = page;
    let older = next.map(|next| {
        view! { <a class="button" data-size="touch" href=format!("/my?after={next}")>{w.portal_older()}</a> }
    });
    let list = if rows.is_empty() {
        view! {
            <div class="empty">
                <p>{w.portal_none_yet()}</p>
                <a class="button" data-kind="primary" href="/new">{w.portal_file()}</a>
            </div>
        }
        .into_any()
    } else {
        let rows = rows.into_iter().map(|ticket| view! { <Row ticket/> }).collect_view();
        view! {
            <ul class="mine">{rows}</ul>
            <a class="button" data-size="touch" href="/new">{w.portal_file()}</a>
        }
        .into_any()
    };
    view! {
        {list}
        {older}
        <form class="others" method="post" action="/sign-out">
            <a href="/password">{w.portal_change_password()}</a>
            <button type="submit" class="link">{w.sign_out()}</button>
        </form>
    }
}

#[component]
fn Row(ticket: MyTicket) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let clock = now();
    let MyTicket { number, subject, category, state, updated_at } = ticket;
    let tone = match state.category() {
        StateCategory::New | StateCategory::Open => Some("info"),
        StateCategory::Waiting => Some("soon"),
        StateCategory::Resolved => Some("good"),
        StateCategory::Closed => None,
    };
    let when = move || when::happened(updated_at, clock.get(), &reader);
    view! {
        <li>
            <a href=progress_address(number, None)>
                <b>{subject}</b>
                <span class="chip" data-tone=tone>{w.portal_state(state)}</span>
                <small>{category.join(" / ")}</small>
                <small class="num">{number.to_string()} " · " {when}</small>
            </a>
        </li>
    }
}

#[component]
fn SignedOut() -> impl IntoView {
    let w = lang();
    view! {
        <p class="lead">{w.portal_sign_in_lead()}</p>
        <div class="acts">
            <a class="button" data-kind="primary" href="/sign-in">{w.sign_in()}</a>
            <a class="button" href="/register">{w.portal_register()}</a>
        </div>
        <RecentTickets/>
    }
}
