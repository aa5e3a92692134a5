use leptos::prelude::*;

use crate::reader::{lang, speak};
use crate::words::Lang;

/// The three languages, each by its own name.
#[component]
pub fn Languages() -> impl IntoView {
    Lang::ALL.map(|each| view! { <Language each/> }).into_view()
}

#[component]
fn Language(each: Lang) -> impl IntoView {
    let current = each == lang();

    view! {
        <button
            type="button"
            lang=each.tag()
            aria-pressed=if current { "true" } else { "false" }
            on:click=move |_| speak(each)
        >
            {each.own_name()}
        </button>
    }
}
