//! Where the portal has no such page.

use leptos::prelude::*;
use leptos_meta::Title;

use super::frame::Frame;
use crate::reader::lang;
use crate::ui::MapEnd;

#[component]
pub fn Missing() -> impl IntoView {
    let w = lang();
    view! {
        <MapEnd>
            <Title text=w.page_missing()/>
            <Frame>
                <div>
                    <h1>{w.page_missing()}</h1>
                    <p class="lead">{w.page_missing_hint()}</p>
                </div>
                <a class="button" data-kind="primary" href="/">{w.to_start()}</a>
            </Frame>
        </MapEnd>
    }
}
