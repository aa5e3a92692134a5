use domain::flow::layout::Node;
use domain::flow::{Flow, StepKey};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use super::geometry::{END, HEIGHT, WIDTH, corner, fit};
use super::{Pulling, Wish};
use crate::desk::admin::flows::state::{Editor, editor};
use crate::desk::admin::flows::trial::walked;
use crate::desk::admin::flows::{drag, facts, names};
use crate::reader::lang;

/// How a step or the end is marked for whatever lies under the pointer; the end has no key.
const MARK: &str = "data-step";

#[component]
pub fn NodeView(
    node: Node,
    pulling: RwSignal<Option<Pulling>>,
    wish: RwSignal<Option<Wish>>,
) -> impl IntoView {
    let (x, y) = corner(&node);
    let Some(key) = node.step else {
        return view! {
            <g class="end" data-step="" transform=format!("translate({x} {y})")>
                <rect width=END height=HEIGHT rx=HEIGHT / 2.0></rect>
                <text x=END / 2.0 y=HEIGHT / 2.0>{lang().flow_end()}</text>
            </g>
        }
        .into_any();
    };
    view! { <StepNode key at=(x, y) pulling wish/> }.into_any()
}

#[component]
fn StepNode(
    key: StepKey,
    at: (f64, f64),
    pulling: RwSignal<Option<Pulling>>,
    wish: RwSignal<Option<Wish>>,
) -> impl IntoView {
    let w = lang();
    let (editor, walked) = (editor(), walked());
    let key = StoredValue::new(key);
    let step = editor.step(&key.get_value());
    let name = move || names::of_step(w, &step.read());
    let below = move || {
        let step = step.read();
        if facts::has_owner(&step.kind) {
            names::owner(w, &editor.draft.read(), &editor.choices.read(), &step.owner)
        } else {
            w.step_kind(&step.kind).to_owned()
        }
    };
    let current = move || key.with_value(|key| editor.selected.read().as_ref() == Some(key));
    let flawed = move || {
        let problems = editor.problems.read();
        key.with_value(|key| problems.iter().any(|it| it.step() == Some(key))).then_some("")
    };
    let place = move || key.with_value(|key| walked.standing(key));
    let automatic = move || (!step.read().kind.is_done_by_people()).then_some("");
    let choose = move || editor.select(&key.get_value());
    let typed = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            choose();
        }
    };

    view! {
        <g
            class="node"
            role="button"
            tabindex="0"
            data-step=key.get_value().0
            data-automatic=automatic
            data-flawed=flawed
            data-walk=place
            aria-pressed=move || current().to_string()
            aria-label=move || format!("{} · {}", name(), below())
            transform=format!("translate({} {})", at.0, at.1)
            on:click=move |_| choose()
            on:keydown=typed
        >
            <title>{move || format!("{} · {}", name(), below())}</title>
            <rect width=WIDTH height=HEIGHT rx="8"></rect>
            <text class="name" x="12" y="21">{move || fit(&name(), WIDTH - 22.0)}</text>
            <text class="owner" x="12" y="38">{move || fit(&below(), WIDTH - 14.0)}</text>
            <circle class="flaw" cx=WIDTH cy="0" r="5"></circle>
            <Port key=key.get_value() at pulling wish/>
        </g>
    }
}

/// The dot from which lines are drawn.
#[component]
fn Port(
    key: StepKey,
    at: (f64, f64),
    pulling: RwSignal<Option<Pulling>>,
    wish: RwSignal<Option<Wish>>,
) -> impl IntoView {
    let editor = editor();
    let start = (at.0 + WIDTH, at.1 + HEIGHT / 2.0);
    let from = key.clone();
    let begin = move |event: PointerEvent| {
        drag::hold(&event);
        event.stop_propagation();
        pulling.set(Some(Pulling { from: from.clone(), start, to: start }));
    };
    let go = move |event: PointerEvent| {
        if let (true, Some(to)) = (pulling.read_untracked().is_some(), drag::inside(&event, "svg"))
        {
            pulling.update(|it| it.iter_mut().for_each(|it| it.to = to));
        }
    };
    let drop = move |event: PointerEvent| {
        if pulling.get_untracked().is_some()
            && let Some(to) = drag::under(&event, MARK)
        {
            let to = Some(StepKey(to)).filter(|to| !to.as_str().is_empty());
            connect(editor, wish, &key, to);
        }
        pulling.set(None);
    };

    view! {
        <circle
            class="port"
            cx=WIDTH
            cy=HEIGHT / 2.0
            r="7"
            on:pointerdown=begin
            on:pointermove=go
            on:pointerup=drop
            on:pointercancel=move |_| pulling.set(None)
            on:click=|event| event.stop_propagation()
        ></circle>
    }
}

/// Where there is only one way it can be meant, it is done; else it is asked.
fn connect(editor: Editor, wish: RwSignal<Option<Wish>>, from: &StepKey, to: Option<StepKey>) {
    if to.as_ref() == Some(from) {
        return;
    }
    editor.select(from);
    let outcomes = editor
        .draft
        .with_untracked(|flow: &Flow| flow.kind_of(from).map_or(0, |kind| kind.outcomes().len()));
    if outcomes > 1 {
        wish.set(Some(Wish { from: from.clone(), to }));
    } else {
        super::connect::connect(editor, from, None, to.as_ref());
    }
}
