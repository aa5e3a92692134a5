//! `/`: two doors, and what happens behind the first.

use leptos::prelude::*;
use leptos_meta::Title;

use super::frame::Frame;
use crate::reader::lang;

#[component]
pub fn HomePage() -> impl IntoView {
    let w = lang();
    view! {
        <Title text=w.portal_title()/>
        <Frame>
            <div>
                <h1>{w.portal_hello()}</h1>
                <p class="lead">{w.portal_hello_lead()}</p>
            </div>
            <nav class="doors" aria-label=w.portal_title()>
                <a class="door" data-kind="primary" href="/new">
                    <b>{w.portal_file()}</b>
                    <small>{w.portal_file_hint()}</small>
                </a>
                <a class="door" href="/my">
                    <b>{w.portal_mine()}</b>
                    <small>{w.portal_mine_hint()}</small>
                </a>
            </nav>
            <ol class="promises">
                <li>{w.portal_promise_1()}</li>
                <li>{w.portal_promise_2()}</li>
                <li>{w.portal_promise_3()}</li>
            </ol>
        </Frame>
    }
}
