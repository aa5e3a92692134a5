use leptos::prelude::*;

/// A drawing out of `public/icons.svg`. It says nothing to screen readers: words stand beside it,
/// or in the label of the button around it.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <use href=format!("/assets/icons.svg#{name}")></use>
        </svg>
    }
}
