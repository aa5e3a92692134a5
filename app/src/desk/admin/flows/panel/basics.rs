//! What a step is called, how it is done, and by when.

use domain::flow::{Evidence, Step, StepKey};
use leptos::prelude::*;

use crate::desk::admin::flows::parts::{Line, Tick};
use crate::desk::admin::flows::state::editor;
use crate::reader::lang;

const EVIDENCE: [Evidence; 3] = [Evidence::Note, Evidence::Attachment, Evidence::Identity];

#[component]
pub fn Name(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let name = Signal::derive(move || step.read().name.clone());
    let typed = move |text: String| editor.change_step(&key, |step| step.name = text);

    view! {
        <label class="field">
            <span class="label">{w.flow_name()}</span>
            <input class="input" id="step-title" maxlength="60" autocomplete="off" value=name.get_untracked() prop:value=name on:input:target=move |event| typed(event.target().value())/>
        </label>
    }
}

/// For whoever does it: what to do, what has to be there, by when.
#[component]
pub fn Manner(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let text = Signal::derive(move || step.read().instructions.clone().unwrap_or_default());
    let of = key.clone();
    let typed = move |text: String| {
        let text = Some(text).filter(|text| !text.trim().is_empty());
        editor.change_step(&of, |step| step.instructions = text);
    };
    let of = key.clone();
    let ticks = EVIDENCE.map(|one| {
        let on = Signal::derive(move || step.read().evidence.contains(&one));
        let key = of.clone();
        let turn = move |on: bool| editor.change_step(&key, |step| set(step, one, on));
        view! { <Tick label=w.evidence(one) on turn/> }
    });

    view! {
        <label class="field">
            <span class="label">{w.step_instructions()}" "<span class="optional">{w.optional()}</span></span>
            <textarea class="input" maxlength="2000" placeholder=w.step_instructions_hint() prop:value=text on:input:target=move |event| typed(event.target().value())>{text.get_untracked()}</textarea>
        </label>
        <Basics key/>
        <fieldset class="field">
            <legend class="label">{w.step_evidence()}</legend>
            <div class="choices">{ticks.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// By when.
#[component]
pub fn Basics(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let hours = Signal::derive(move || {
        step.read().deadline_hours.map(|hours| hours.to_string()).unwrap_or_default()
    });
    let typed = move |text: String| {
        editor.change_step(&key, |step| step.deadline_hours = text.trim().parse().ok());
    };

    view! {
        <Line label=w.step_deadline_hours() placeholder=w.step_no_deadline() mode="numeric" value=hours typed/>
    }
}

fn set(step: &mut Step, one: Evidence, on: bool) {
    step.evidence.retain(|known| *known != one);
    if on {
        step.evidence.push(one);
    }
}
