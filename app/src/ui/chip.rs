use leptos::prelude::*;

/// A word or number with a wash of colour behind it.
#[component]
pub fn Chip(
    /// `late`, `soon`, `good` or `info`.
    #[prop(optional_no_strip)]
    tone: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! { <span class="chip" data-tone=tone>{children()}</span> }
}
