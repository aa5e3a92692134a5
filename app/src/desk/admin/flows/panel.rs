//! Everything about the step that is chosen.

mod basics;
mod conditions;
mod fields;
mod kind;
mod owner;
mod way;
mod ways;

use domain::flow::StepKey;
use leptos::prelude::*;

use super::facts::has_owner;
use super::problems::ProblemsOf;
use super::state::editor;
use crate::reader::lang;
use crate::ui::Empty;
use basics::{Basics, Manner, Name};
use fields::Fields;
use kind::{KindParts, KindPick};
use owner::Owner;
use ways::Ways;

#[component]
pub fn Panel() -> impl IntoView {
    let w = lang();
    let editor = editor();
    // Built anew for another step or another kind of step; typing in it changes neither.
    let shown = Memo::new(move |_| {
        let key = editor.selected.get()?;
        let kind = editor.draft.read().kind_of(&key)?.as_str();
        Some((key, kind))
    });

    view! {
        <section class="step-panel" aria-label=w.step_settings()>
            {move || match shown.get() {
                Some((key, _)) => view! { <OfStep key/> }.into_any(),
                None => view! { <Empty icon="flow" title=w.flow_pick_step()/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn OfStep(key: StepKey) -> impl IntoView {
    let editor = editor();
    let kind = editor.draft.with_untracked(|flow| flow.kind_of(&key).cloned());
    let by_people = kind.as_ref().is_some_and(has_owner);
    let leads = kind.as_ref().is_some_and(|kind| !kind.outcomes().is_empty() || is_question(kind));

    view! {
        <Name key=key.clone()/>
        <ProblemsOf step=key.clone()/>
        <KindPick key=key.clone()/>
        <KindParts key=key.clone()/>
        {by_people.then(|| view! { <Owner key=key.clone()/> })}
        {leads.then(|| view! { <Ways key=key.clone()/> })}
        {by_people.then(|| view! { <Manner key=key.clone()/> <Fields key=key.clone()/> })}
        {(!by_people).then(|| view! { <Basics key/> })}
    }
    .into_any()
}

fn is_question(kind: &domain::flow::kind::StepKind) -> bool {
    matches!(kind, domain::flow::kind::StepKind::Question { .. })
}
