//! Parts of the editor's tables and lines.

use domain::invalid::Flaw;
use leptos::prelude::*;

use crate::reader::lang;

/// One input of a table. Its label is read out; what is wrong stands below it.
#[component]
pub fn Cell(
    #[prop(into)] label: String,
    value: Signal<String>,
    set: Callback<String>,
    flaw: Signal<Option<Flaw>>,
    #[prop(optional, into)] hint: Signal<String>,
) -> impl IntoView {
    view! {
        <input
            class="input"
            aria-label=label
            aria-invalid=move || flaw.read().is_some().then_some("true")
            autocomplete="off"
            placeholder=hint
            value=value.get_untracked()
            prop:value=value
            on:input:target=move |event| set.run(event.target().value())
        />
        <FlawLine flaw/>
    }
}

/// One choice of a table.
#[component]
pub fn Pick(
    #[prop(into)] label: String,
    value: Signal<String>,
    set: Callback<String>,
    /// Value and words of each.
    options: Vec<(String, &'static str)>,
) -> impl IntoView {
    let options = options.into_iter().map(|(code, words)| {
        let chosen = value.get_untracked() == code;
        view! { <option value=code selected=chosen>{words}</option> }
    });

    view! {
        <select
            class="input"
            aria-label=label
            prop:value=value
            on:change:target=move |event| set.run(event.target().value())
        >
            {options.collect_view()}
        </select>
    }
}

#[component]
pub fn FlawLine(#[prop(into)] flaw: Signal<Option<Flaw>>) -> impl IntoView {
    let words = move || flaw.get().map(|flaw| lang().flaw(&flaw));

    view! { <span class="flaw" role="alert" hidden=move || flaw.read().is_none()>{words}</span> }
}
