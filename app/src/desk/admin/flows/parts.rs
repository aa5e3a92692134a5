//! The few inputs the editor is made of. They take no part in deciding: what was chosen or typed
//! goes to whoever placed them.

use leptos::prelude::*;

use crate::ui::Icon;

pub type Options = Vec<(String, String)>;

/// One out of some: each by its word, and by its name.
#[component]
pub fn Pick(
    #[prop(into)] label: String,
    /// The label is read aloud and not shown.
    #[prop(optional)]
    terse: bool,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] options: Signal<Options>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let each = move || {
        let value = value.get();
        let option = move |(word, name): (String, String)| {
            let chosen = word == value;
            view! { <option value=word selected=chosen prop:selected=chosen>{name}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };

    view! {
        <label class="field" data-terse=terse.then_some("")>
            <span class="label">{label}</span>
            <select class="input" on:change:target=move |event| choose.run(event.target().value())>{each}</select>
        </label>
    }
    .into_any()
}

/// A line of text, or a number.
#[component]
pub fn Line(
    #[prop(into)] label: String,
    #[prop(optional)] terse: bool,
    #[prop(optional, into)] placeholder: Option<String>,
    /// `numeric` or `decimal`.
    #[prop(optional)]
    mode: Option<&'static str>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] typed: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="field" data-terse=terse.then_some("")>
            <span class="label">{label}</span>
            <input
                class="input"
                inputmode=mode
                autocomplete="off"
                placeholder=placeholder
                value=value.get_untracked()
                prop:value=value
                on:input:target=move |event| typed.run(event.target().value())
            />
        </label>
    }
    .into_any()
}

#[component]
pub fn Tick(
    #[prop(into)] label: String,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] turn: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <input type="checkbox" checked=on.get_untracked() prop:checked=on on:change:target=move |event| turn.run(event.target().checked())/>
            {label}
        </label>
    }
    .into_any()
}

/// A button that is only a drawing.
#[component]
pub fn Small(
    #[prop(into)] label: Signal<String>,
    icon: &'static str,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="button" data-kind="quiet" data-size="icon" aria-label=label title=label on:click=move |_| act.run(())>
            <Icon name=icon/>
        </button>
    }
    .into_any()
}

/// A button that adds one more of something.
#[component]
pub fn Add(#[prop(into)] label: String, #[prop(into)] act: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="button add" data-kind="quiet" data-size="small" on:click=move |_| act.run(())>
            <Icon name="plus"/>{label}
        </button>
    }
    .into_any()
}
