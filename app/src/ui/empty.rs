use leptos::prelude::*;

use super::Icon;

/// What stands where there is nothing to show, and why that is good or what to do about it.
#[component]
pub fn Empty(
    icon: &'static str,
    title: &'static str,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon/>
            <strong>{title}</strong>
            {hint.map(|hint| view! { <span>{hint}</span> })}
        </div>
    }
}
