//! What stands where there is no page.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{Icon, MapEnd};
use crate::reader::lang;

#[component]
pub fn NotFound() -> impl IntoView {
    let w = lang();

    view! {
        <MapEnd>
            <Title text="404"/>
            <main class="empty nowhere" id="main">
                <Icon name="search"/>
                <h1>{w.page_missing()}</h1>
                <p>{w.page_missing_hint()}</p>
                <a class="button" href="/desk">{w.to_start()}</a>
            </main>
        </MapEnd>
    }
}
