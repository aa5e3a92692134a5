use leptos::prelude::*;

use super::Icon;
use crate::error::AppError;
use crate::reader::reader;

/// Says what went wrong, if something did.
#[component]
pub fn Problem(#[prop(into)] error: Signal<Option<AppError>>) -> impl IntoView {
    let words = move || error.get().map(|error| error.to_words(&reader()));

    view! {
        <div role="alert">
            {move || words().map(|words| view! {
                <p class="problem"><Icon name="alert"/><span>{words}</span></p>
            })}
        </div>
    }
}
