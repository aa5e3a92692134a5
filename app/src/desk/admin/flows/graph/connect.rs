//! A line that was drawn from a step with several outcomes: after which of them?

use domain::flow::{Outcome, StepKey};
use leptos::prelude::*;

use super::Wish;
use crate::desk::admin::flows::names;
use crate::desk::admin::flows::state::{Editor, editor};
use crate::reader::lang;
use crate::ui::{Button, Dialog};

#[component]
pub fn ConnectDialog(wish: RwSignal<Option<Wish>>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let open = RwSignal::new(false);
    Effect::new(move || open.set(wish.read().is_some()));
    Effect::new(move || {
        if !open.get() && wish.read_untracked().is_some() {
            wish.set(None);
        }
    });
    let title = Signal::derive(move || {
        let (wish, flow) = (wish.read(), editor.draft.read());
        wish.as_ref().map_or_else(String::new, |wish| {
            let from = names::step(w, &flow, &wish.from);
            w.flow_connect_title(from, names::target(w, &flow, wish.to.as_ref()))
        })
    });

    view! {
        <Dialog open title>
            <p class="soft">{w.flow_connect_when()}</p>
            <div class="outcomes">{move || wish.get().map(|wish| view! { <Outcomes wish open/> })}</div>
        </Dialog>
    }
}

#[component]
fn Outcomes(wish: Wish, open: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let kind = editor.draft.with_untracked(|flow| flow.kind_of(&wish.from).cloned());
    let outcomes = kind.into_iter().flat_map(|kind| {
        let outcomes = kind.outcomes().into_iter();
        outcomes.map(move |it| (names::outcome(w, &kind, &it), it)).collect::<Vec<_>>()
    });
    let button = |(name, outcome): (String, Outcome)| {
        let Wish { from, to } = wish.clone();
        let act = move |_| {
            connect(editor, &from, Some(&outcome), to.as_ref());
            open.set(false);
        };
        view! { <Button on:click=act>{name}</Button> }
    };

    outcomes.map(button).collect_view()
}

pub fn connect(editor: Editor, from: &StepKey, on: Option<&Outcome>, to: Option<&StepKey>) {
    let w = lang();
    editor.change(|flow| flow.connect(from, on, to));
    let said = editor.draft.with_untracked(|flow| {
        w.flow_connected(names::step(w, flow, from), names::target(w, flow, to))
    });
    editor.toaster.say(said);
}
