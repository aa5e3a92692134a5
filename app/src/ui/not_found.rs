//! What stands where there is no page.

use leptos::prelude::*;
use leptos_meta::Title;

#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Title text="404"/>
        <main>
            <h1>"没有这个页面"</h1>
            <p><a href="/">"回到首页"</a></p>
        </main>
    }
}
