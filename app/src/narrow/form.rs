//! The form an answer is given by.

use domain::field::Field;
use domain::narrow::{Asks, NarrowField, NarrowPage};
use leptos::prelude::*;

use super::Place;
use super::choices::Choices;
use super::lines::LinesForm;
use super::signing::Signing;
use crate::error::AppError;
use crate::portal::answer::Echo;
use crate::portal::field::LinesInput;
use crate::portal::filing::fields::LeafField;
use crate::portal::problem::Refusal;
use crate::reader::lang;

/// What was typed when the form was refused, and why it was.
#[derive(Clone, Copy)]
pub struct Typed {
    echo: StoredValue<Option<Echo>>,
    pub why: RwSignal<Option<AppError>>,
}

impl Typed {
    fn new(echo: Option<Echo>) -> Self {
        let why = RwSignal::new(echo.as_ref().map(|echo| echo.why.clone()));
        Self::refused(echo, why)
    }

    /// In a form that knows by itself why it was refused.
    pub fn refused(echo: Option<Echo>, why: RwSignal<Option<AppError>>) -> Self {
        Self { echo: StoredValue::new(echo), why }
    }

    pub fn old(self, name: &str) -> String {
        self.echo
            .with_value(|echo| echo.as_ref().and_then(|echo| echo.value(name)))
            .unwrap_or_default()
    }
}

#[component]
pub fn AnswerForm(page: NarrowPage, place: Place, echo: Option<Echo>) -> impl IntoView {
    let w = lang();
    let typed = Typed::new(echo);
    let answered_for = page.answered_for.clone();
    let asks = match page.asks {
        Asks::Choice(choices) => view! {
            <Choices choices typed/>
            <details class="more">
                <summary>{w.narrow_proof()}</summary>
                <Proof/>
            </details>
        }
        .into_any(),
        Asks::Words => view! { <Words typed label=w.narrow_answer() needed=true/> }.into_any(),
        Asks::Done => view! { <Words typed label=w.narrow_note() needed=false/> }.into_any(),
        Asks::Lines if page.lines.is_empty() => {
            view! { <p class="banner" data-tone="wait">{w.lines_empty()}</p> }.into_any()
        }
        Asks::Lines => view! {
            <LinesForm lines=page.lines typed/>
            <Signing typed/>
            <SendButton label=w.narrow_send()/>
        }
        .into_any(),
    };

    view! {
        <form method="post" action=place.answer() enctype="multipart/form-data" novalidate>
            <Refusal why=typed.why/>
            <StepFields fields=page.fields typed/>
            {asks}
            <p class="soft">{w.narrow_for(answered_for)}</p>
        </form>
    }
}

/// What the step shows of the ticket, and what it asks to be filled in.
#[component]
pub fn StepFields(fields: Vec<NarrowField>, typed: Typed) -> impl IntoView {
    fields.into_iter().map(|it| view! { <OneField it typed/> }).collect_view()
}

#[component]
fn OneField(it: NarrowField, typed: Typed) -> impl IntoView {
    let NarrowField { field, value, open } = it;
    if !open {
        let shown = value.unwrap_or_else(|| "—".to_owned());
        return view! { <dl class="fact"><dt>{field.label}</dt><dd>{shown}</dd></dl> }.into_any();
    }
    let Field { id, .. } = field;
    let name = format!("fields.{id}");
    let old = Some(typed.old(&name)).filter(|old| !old.is_empty());
    let value = old.or(value).unwrap_or_default();
    view! { <LeafField field name value why=typed.why/> }.into_any()
}

/// Something in words, with files that prove it.
#[component]
fn Words(typed: Typed, label: &'static str, needed: bool) -> impl IntoView {
    let w = lang();
    let send = if needed { w.narrow_send() } else { w.narrow_done() };
    let (value, optional) = (typed.old("note"), !needed);
    view! {
        <LinesInput name="note" label optional value why=typed.why/>
        <Proof/>
        <SendButton label=send/>
    }
}

#[component]
pub fn Proof() -> impl IntoView {
    let w = lang();
    view! {
        <div class="field">
            <label class="label" for="files">
                {w.narrow_proof()} " " <span class="optional">{w.optional()}</span>
            </label>
            <input
                class="input"
                id="files"
                type="file"
                name="files"
                accept="image/*,application/pdf"
                multiple
            />
        </div>
    }
}

#[component]
pub fn SendButton(label: &'static str) -> impl IntoView {
    view! {
        <button class="button" data-kind="primary" data-size="touch" type="submit">
            {label}
        </button>
    }
}
