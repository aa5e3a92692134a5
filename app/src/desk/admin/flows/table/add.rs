//! A new step, of the kind that is wanted, behind the one that is chosen.

use domain::flow::kind::{ActionCall, Answer, Join, StepKind};
use domain::flow::{Flow, Outcome, StepKey};
use domain::id::CategoryId;
use leptos::prelude::*;

use crate::browser;
use crate::desk::admin::flows::names;
use crate::desk::admin::flows::state::{Editor, editor};
use crate::reader::lang;
use crate::ui::{Icon, Menu};
use crate::words::Lang;

/// Every kind, as it begins. What it needs to be whole is added when it is made.
pub fn kinds(w: Lang) -> [StepKind; 10] {
    let call = ActionCall { connector: String::new(), operation: String::new() };
    let answers = [("yes", w.answer_yes()), ("no", w.answer_no())].map(|(word, label)| Answer {
        outcome: Outcome::new(word),
        label: label.to_owned(),
        needs_note: false,
    });
    [
        StepKind::Accept,
        StepKind::Work,
        StepKind::Approval,
        StepKind::Question { answers: answers.to_vec() },
        StepKind::Feedback,
        StepKind::Action(call),
        StepKind::Timer { hours: 24 },
        fork(),
        StepKind::Ticket { category: CategoryId(0) },
        StepKind::Confirmation,
    ]
}

fn fork() -> StepKind {
    StepKind::Fork { branches: Vec::new(), join: Join::All, then: StepKey::new("") }
}

#[component]
pub fn AddStep() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let after = move || {
        let selected = editor.selected.get()?;
        let flow = editor.draft.read();
        flow.step(&selected).map(|step| w.flow_add_after(names::of_step(w, step)))
    };
    let kinds = kinds(w).map(|kind| {
        let (name, hint) = (w.step_kind(&kind), w.step_kind_hint(&kind));
        view! {
            <button type="button" class="kind" on:click=move |_| add(editor, &kind)>
                <strong>{name}</strong><small class="soft">{hint}</small>
            </button>
        }
    });

    view! {
        <Menu id="add-step" face=move || view! { <Icon name="plus"/>{w.flow_add_step()} }>
            <p class="heading">{after}</p>
            {kinds.into_iter().collect_view()}
        </Menu>
    }
}

fn add(editor: Editor, kind: &StepKind) {
    let w = lang();
    let before = editor.selected.get_untracked();
    let plain = if matches!(kind, StepKind::Fork { .. }) { &StepKind::Work } else { kind };
    let key = editor.change(|flow| {
        let key = flow.add_after(before.as_ref(), plain.clone(), w.step_kind(kind));
        make_whole(editor, flow, &key, kind);
        key
    });
    editor.selected.set(key);
    request_animation_frame(|| browser::focus("#step-title"));
}

/// Gives a step of this kind what it cannot be without.
pub fn make_whole(editor: Editor, flow: &mut Flow, key: &StepKey, kind: &StepKind) {
    let w = lang();
    match kind {
        StepKind::Fork { .. } => {
            let (one, two) = (w.fork_branch(1), w.fork_branch(2));
            flow.make_fork(key, [&one, &two], w.fork_meeting());
        }
        StepKind::Action(_) => {
            let first = editor.choices.with_untracked(|it| it.actions.first().cloned());
            let named = first.and_then(|(name, _)| {
                let (connector, operation) = name.split_once('.')?;
                Some(ActionCall { connector: connector.into(), operation: operation.into() })
            });
            if let (Some(call), Some(step)) = (named, flow.step_mut(key)) {
                step.kind = StepKind::Action(call);
            }
        }
        StepKind::Ticket { .. } => {
            let first = editor.choices.with_untracked(|it| it.categories.first().cloned());
            let first = first.and_then(|(id, _)| id.parse().ok());
            if let (Some(category), Some(step)) = (first, flow.step_mut(key)) {
                step.kind = StepKind::Ticket { category };
            }
        }
        StepKind::Accept
        | StepKind::Work
        | StepKind::Feedback
        | StepKind::Question { .. }
        | StepKind::Approval
        | StepKind::Confirmation
        | StepKind::Timer { .. } => {}
    }
}
