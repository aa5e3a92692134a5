use leptos::prelude::*;

/// A person in one letter. Who it is stands beside it, or in `title`.
#[component]
pub fn Avatar(
    #[prop(into)] name: String,
    /// `customer` or `note`; colleagues have none.
    #[prop(optional)]
    tone: Option<&'static str>,
) -> impl IntoView {
    let letter: String = name.chars().take(1).flat_map(char::to_uppercase).collect();

    view! { <span class="avatar" data-tone=tone title=name aria-hidden="true">{letter}</span> }
}
