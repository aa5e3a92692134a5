//! What stands where there is no page.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::reader::lang;

#[component]
pub fn NotFound() -> impl IntoView {
    let w = lang();

    view! {
        <Title text="404"/>
        <main class="empty">
            <h1>{w.page_missing()}</h1>
            <p>{w.page_missing_hint()}</p>
            <p><a href="/">{w.to_start()}</a></p>
        </main>
    }
}
