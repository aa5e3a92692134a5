use leptos::prelude::*;

use super::Command;

/// The key for it, where there is a keyboard.
#[component]
pub fn Hint(of: Command) -> impl IntoView {
    view! { <kbd class="hint" aria-hidden="true">{of.hint()}</kbd> }
}
