//! Branches that are done side by side, and where they meet.

use domain::flow::StepKey;
use domain::flow::kind::{Join, StepKind};
use leptos::prelude::*;

use crate::desk::admin::flows::names;
use crate::desk::admin::flows::parts::{Add, Line, Options, Pick, Small};
use crate::desk::admin::flows::state::editor;
use crate::reader::lang;

#[component]
pub fn Fork(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let many = Memo::new(move |_| match &step.read().kind {
        StepKind::Fork { branches, .. } => branches.len(),
        _ => 0,
    });
    let of = key.clone();
    let add = move |()| {
        let name = w.fork_branch(many.get_untracked() + 1);
        editor.change(|flow| flow.add_branch(&of, &name));
    };
    let of = key.clone();
    let then = Signal::derive(move || match &step.read().kind {
        StepKind::Fork { then, .. } => then.0.clone(),
        _ => String::new(),
    });
    let choose = move |chosen: String| {
        editor.change_step(&of, |step| {
            if let StepKind::Fork { then, .. } = &mut step.kind {
                *then = StepKey(chosen);
            }
        });
    };
    let steps = others(key.clone());
    let join = key.clone();

    view! {
        <fieldset class="field rows">
            <legend class="label">{w.fork_branches()}</legend>
            <For each=move || 0..many.get() key=|place| *place let:place>
                <Branch key=key.clone() place/>
            </For>
            <Add label=w.fork_add() act=add/>
        </fieldset>
        <JoinPick key=join/>
        <Pick label=w.fork_then() value=then options=steps choose/>
    }
    .into_any()
}

#[component]
fn Branch(key: StepKey, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let value = Signal::derive(move || match &step.read().kind {
        StepKind::Fork { branches, .. } => {
            branches.get(place).map(|it| it.0.clone()).unwrap_or_default()
        }
        _ => String::new(),
    });
    let options = others(key.clone());
    let of = key.clone();
    let choose = move |chosen: String| {
        editor.change_step(&of, |step| {
            if let StepKind::Fork { branches, .. } = &mut step.kind
                && let Some(branch) = branches.get_mut(place)
            {
                *branch = StepKey(chosen);
            }
        });
    };
    let remove = move |()| {
        editor.change_step(&key, |step| {
            if let StepKind::Fork { branches, .. } = &mut step.kind {
                branches.remove(place);
            }
        });
    };

    view! {
        <div class="line">
            <Pick label=w.fork_branch(place + 1) terse=true value options choose/>
            <Small label=w.remove() icon="x" act=remove/>
        </div>
    }
    .into_any()
}

#[component]
fn JoinPick(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let join = Memo::new(move |_| match &step.read().kind {
        StepKind::Fork { join, .. } => *join,
        _ => Join::All,
    });
    let set = move |new: Join| {
        editor.change_step(&key, |step| {
            if let StepKind::Fork { join, .. } = &mut step.kind {
                *join = new;
            }
        });
    };
    let value = Signal::derive(move || match join.get() {
        Join::All => "all".to_owned(),
        Join::Any => "any".to_owned(),
        Join::AtLeast { .. } => "some".to_owned(),
    });
    let options: Options = [("all", w.fork_all()), ("any", w.fork_any()), ("some", w.fork_some())]
        .map(|(word, name)| (word.to_owned(), name.to_owned()))
        .to_vec();
    let pick = set.clone();
    let choose = move |word: String| {
        pick(match word.as_str() {
            "any" => Join::Any,
            "some" => Join::AtLeast { branches: 2 },
            _ => Join::All,
        });
    };
    let some = Signal::derive(move || match join.get() {
        Join::AtLeast { branches } => branches.to_string(),
        Join::All | Join::Any => String::new(),
    });
    let typed = Callback::new(move |text: String| {
        if let Ok(branches) = text.trim().parse() {
            set(Join::AtLeast { branches });
        }
    });

    view! {
        <div class="pair">
            <Pick label=w.fork_join() value options=Signal::stored(options) choose/>
            <Show when=move || !some.read().is_empty()>
                <Line label=w.fork_how_many() mode="numeric" value=some typed/>
            </Show>
        </div>
    }
    .into_any()
}

/// Every step but this one.
fn others(key: StepKey) -> Signal<Options> {
    let w = lang();
    let editor = editor();
    Signal::derive(move || {
        let flow = editor.draft.read();
        let others = flow.steps.iter().filter(|step| step.key != key);
        others.map(|step| (step.key.0.clone(), names::of_step(w, step))).collect()
    })
}
