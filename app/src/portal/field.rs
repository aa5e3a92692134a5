//! One input with its label, its help and what is wrong with it.

use leptos::prelude::*;

use super::answer::flaw_at;
use crate::error::AppError;
use crate::reader::lang;

/// What stands around an input. `name` is also its id, so that label and flaw find it.
#[component]
pub fn Labelled(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] optional: bool,
    #[prop(optional_no_strip)] help: Option<String>,
    why: RwSignal<Option<AppError>>,
    children: Children,
) -> impl IntoView {
    let w = lang();
    let (help_id, flaw_id) = (format!("{name}-help"), format!("{name}-flaw"));
    let mark = optional.then(|| view! { <span class="optional">{w.optional()}</span> });
    view! {
        <div class="field">
            <label class="label" for=name.clone()>{label} " " {mark}</label>
            {help.map(|help| view! { <p class="help" id=help_id>{help}</p> })}
            {children()}
            <Wrong name why id=flaw_id/>
        </div>
    }
}

/// What is wrong with an input. It is there when empty, too: what is announced must be known.
#[component]
pub fn Wrong(name: String, why: RwSignal<Option<AppError>>, id: String) -> impl IntoView {
    let w = lang();
    let flaw = flaw_at(why, name);
    let text = move || flaw.get().map(|flaw| w.flaw(&flaw)).unwrap_or_default();
    view! { <p class="flaw" id=id hidden=move || flaw.get().is_none()>{text}</p> }
}

/// A line to type into. What is typed stays with the browser; the program only reads it.
#[component]
pub fn TextInput(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] optional: bool,
    #[prop(optional_no_strip)] help: Option<String>,
    #[prop(into, optional)] value: String,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional_no_strip)] inputmode: Option<&'static str>,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional_no_strip)] placeholder: Option<&'static str>,
    why: RwSignal<Option<AppError>>,
) -> impl IntoView {
    let flaw = flaw_at(why, name.clone());
    let described = format!("{name}-help {name}-flaw");
    view! {
        <Labelled name=name.clone() label optional help why>
            <input
                class="input"
                id=name.clone()
                name=name
                type=kind
                value=value
                inputmode=inputmode
                autocomplete=autocomplete
                placeholder=placeholder
                aria-describedby=described
                aria-required=(!optional).then_some("true")
                aria-invalid=move || flaw.get().is_some().then_some("true")
            />
        </Labelled>
    }
}

/// Several lines to type into.
#[component]
pub fn LinesInput(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] optional: bool,
    #[prop(optional_no_strip)] help: Option<String>,
    #[prop(into, optional)] value: String,
    #[prop(optional_no_strip)] placeholder: Option<&'static str>,
    #[prop(default = 4)] rows: u8,
    why: RwSignal<Option<AppError>>,
) -> impl IntoView {
    let flaw = flaw_at(why, name.clone());
    let described = format!("{name}-help {name}-flaw");
    view! {
        <Labelled name=name.clone() label optional help why>
            <textarea
                class="input"
                id=name.clone()
                name=name
                rows=rows
                placeholder=placeholder
                aria-describedby=described
                aria-required=(!optional).then_some("true")
                aria-invalid=move || flaw.get().is_some().then_some("true")
            >
                {value}
            </textarea>
        </Labelled>
    }
}
