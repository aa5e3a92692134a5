//! What happens in a step, and what its kind needs.

mod answers;
mod fork;

use domain::flow::StepKey;
use domain::flow::kind::{ActionCall, StepKind};
use leptos::prelude::*;

use crate::desk::admin::flows::parts::{Line, Pick};
use crate::desk::admin::flows::state::editor;
use crate::desk::admin::flows::table::add::{kinds, make_whole};
use crate::reader::lang;
use answers::Answers;
use fork::Fork;

#[component]
pub fn KindPick(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let value = Signal::derive(move || step.read().kind.as_str().to_owned());
    let options = kinds(w).map(|kind| (kind.as_str().to_owned(), w.step_kind(&kind).to_owned()));
    let options = Signal::stored(options.to_vec());
    let choose = move |word: String| {
        let Some(kind) = kinds(w).into_iter().find(|kind| kind.as_str() == word) else { return };
        editor.change(|flow| {
            if !matches!(kind, StepKind::Fork { .. }) {
                flow.set_kind(&key, kind.clone());
            }
            make_whole(editor, flow, &key, &kind);
        });
    };

    view! {
        <div class="kind-pick">
            <Pick label=w.step_does() value options choose/>
            <p class="soft">{move || w.step_kind_hint(&step.read().kind)}</p>
        </div>
    }
    .into_any()
}

#[component]
pub fn KindParts(key: StepKey) -> impl IntoView {
    let editor = editor();
    let kind = editor.draft.with_untracked(|flow| flow.kind_of(&key).cloned());
    match kind {
        Some(StepKind::Question { .. }) => view! { <Answers key/> }.into_any(),
        Some(StepKind::Fork { .. }) => view! { <Fork key/> }.into_any(),
        Some(StepKind::Action(_)) => view! { <Action key/> }.into_any(),
        Some(StepKind::Timer { .. }) => view! { <Timer key/> }.into_any(),
        Some(StepKind::Ticket { .. }) => view! { <Ticket key/> }.into_any(),
        Some(
            StepKind::Accept
            | StepKind::Work
            | StepKind::Feedback
            | StepKind::Approval
            | StepKind::Confirmation,
        )
        | None => ().into_any(),
    }
}

#[component]
fn Action(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let value = Signal::derive(move || match &step.read().kind {
        StepKind::Action(call) if !call.connector.is_empty() => {
            format!("{}.{}", call.connector, call.operation)
        }
        _ => String::new(),
    });
    let options = Signal::derive(move || {
        let offered = editor.choices.read().actions.clone();
        let value = value.get();
        let known = offered.iter().any(|(word, _)| *word == value);
        let lost = (!known).then(|| match value.as_str() {
            "" => (String::new(), w.way_choose().to_owned()),
            _ => (value.clone(), value.clone()),
        });
        lost.into_iter().chain(offered).collect::<Vec<_>>()
    });
    let none = move || editor.choices.read().actions.is_empty();
    let choose = move |word: String| {
        let Some((connector, operation)) = word.split_once('.') else { return };
        let call = ActionCall { connector: connector.into(), operation: operation.into() };
        editor.change_step(&key, |step| step.kind = StepKind::Action(call));
    };

    view! {
        <Pick label=w.action_which() value options choose/>
        <Show when=none><p class="soft">{w.action_none()}</p></Show>
    }
    .into_any()
}

#[component]
fn Timer(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let value = Signal::derive(move || match step.read().kind {
        StepKind::Timer { hours } => hours.to_string(),
        _ => String::new(),
    });
    let typed = move |text: String| {
        if let Ok(hours) = text.trim().parse() {
            editor.change_step(&key, |step| step.kind = StepKind::Timer { hours });
        }
    };

    view! { <Line label=w.timer_hours() mode="numeric" value typed/> }
}

#[component]
fn Ticket(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let value = Signal::derive(move || match step.read().kind {
        StepKind::Ticket { category } => category.to_string(),
        _ => String::new(),
    });
    let options = Signal::derive(move || editor.choices.read().categories.clone());
    let choose = move |id: String| {
        if let Ok(category) = id.parse() {
            editor.change_step(&key, |step| step.kind = StepKind::Ticket { category });
        }
    };

    view! { <Pick label=w.ticket_category() value options choose/> }
}
