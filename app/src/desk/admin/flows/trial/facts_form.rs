//! What the imagined ticket says: only what some way of the flow asks about.

use domain::flow::facts::Fact;
use leptos::prelude::*;

use super::walked;
use crate::desk::admin::flows::facts::{self, Kind, Known};
use crate::desk::admin::flows::parts::{Line, Pick};
use crate::desk::admin::flows::state::editor;
use crate::reader::lang;

#[component]
pub fn FactsForm() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let asked = Memo::new(move |_| {
        let flow = editor.draft.read();
        let known = facts::all(w, &flow, &editor.choices.read());
        let asked = facts::asked_about(&flow).into_iter();
        asked.map(|name| facts::find(&known, &name)).collect::<Vec<Known>>()
    });
    let inputs = move || {
        let asked = asked.get();
        if asked.is_empty() {
            return view! { <p class="soft">{w.trial_no_facts()}</p> }.into_any();
        }
        asked.into_iter().map(|fact| view! { <Input fact/> }).collect_view().into_any()
    };

    view! { <fieldset class="field rows"><legend class="label">{w.trial_facts()}</legend>{inputs}</fieldset> }
}

#[component]
fn Input(fact: Known) -> impl IntoView {
    let w = lang();
    let Known { name, label, kind } = fact;
    let money = kind == Kind::Money;
    let label = if money { w.in_yuan(label) } else { label };
    match kind {
        Kind::Number | Kind::Money => view! { <Amount name label/> }.into_any(),
        Kind::OneOf(options) => view! { <OneOf name label options/> }.into_any(),
        Kind::Text => view! { <Words name label/> }.into_any(),
    }
}

#[component]
fn Amount(name: String, label: String) -> impl IntoView {
    let w = lang();
    let known = walked().facts.with_untracked(|facts| facts.number(&name));
    let text = RwSignal::new(known.map(facts::decimal).unwrap_or_default());
    let typed = move |typed: String| {
        set(&name, facts::hundredths(&typed).map(Fact::Number));
        text.set(typed);
    };

    view! { <Line label placeholder=w.trial_unknown() mode="decimal" value=text typed/> }
}

#[component]
fn Words(name: String, label: String) -> impl IntoView {
    let w = lang();
    let known = walked().facts.with_untracked(|facts| facts.text(&name).map(str::to_owned));
    let text = RwSignal::new(known.unwrap_or_default());
    let typed = move |typed: String| {
        set(&name, Some(Fact::Text(typed.clone())).filter(|_| !typed.is_empty()));
        text.set(typed);
    };

    view! { <Line label placeholder=w.trial_unknown() value=text typed/> }
}

#[component]
fn OneOf(name: String, label: String, options: Vec<(String, String)>) -> impl IntoView {
    let w = lang();
    let walked = walked();
    let of = name.clone();
    let value = Signal::derive(move || {
        walked.facts.read().text(&of).map(str::to_owned).unwrap_or_default()
    });
    let unknown = (String::new(), w.trial_unknown().to_owned());
    let options: Vec<_> = std::iter::once(unknown).chain(options).collect();
    let choose = move |word: String| {
        set(&name, Some(Fact::Text(word.clone())).filter(|_| !word.is_empty()));
    };

    view! { <Pick label value options=Signal::stored(options) choose/> }
}

/// What was walked so far goes on as far as it still can.
fn set(name: &str, fact: Option<Fact>) {
    walked().facts.update(|facts| match fact {
        Some(fact) => facts.set(name, fact),
        None => drop(facts.0.remove(name)),
    });
}
