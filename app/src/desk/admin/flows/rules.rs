//! What is true of the whole flow.

use domain::flow::StepKey;
use leptos::prelude::*;

use super::names;
use super::parts::{Options, Pick, Tick};
use super::state::editor;
use crate::reader::lang;

#[component]
pub fn Rules() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let strict = Signal::derive(move || editor.draft.read().strict);
    let turn = move |on: bool| {
        editor.change(|flow| flow.strict = on);
    };
    let reopen = Signal::derive(move || {
        editor.draft.read().reopen_at.clone().map(|key| key.0).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let flow = editor.draft.read();
        let people = flow.steps.iter().filter(|step| step.kind.is_done_by_people());
        let steps = people.map(|step| (step.key.0.clone(), names::of_step(w, step)));
        let first = (String::new(), w.flow_reopen_first().to_owned());
        std::iter::once(first).chain(steps).collect::<Options>()
    });
    let choose = move |word: String| {
        let key = Some(word).filter(|word| !word.is_empty()).map(StepKey);
        editor.change(|flow| flow.reopen_at = key);
    };

    view! {
        <section class="flow-rules">
            <h2>{w.flow_rules()}</h2>
            <Tick label=w.flow_strict() on=strict turn/>
            <Pick label=w.flow_reopen() value=reopen options choose/>
        </section>
    }
}
