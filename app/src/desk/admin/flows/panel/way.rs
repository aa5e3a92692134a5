use domain::flow::facts::Test;
use domain::flow::{Outcome, StepKey, Transition};
use leptos::prelude::*;

use super::conditions::Condition;
use crate::browser;
use crate::desk::admin::flows::parts::{Add, Options, Pick, Small};
use crate::desk::admin::flows::state::{Editor, editor};
use crate::desk::admin::flows::{facts, names};
use crate::reader::lang;

/// Chosen in the place of a step: make one.
const NEW: &str = "+";

/// One row of where a step leads.
#[component]
pub fn Way(key: StepKey, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let way = Memo::new(move |_| step.read().next.get(place).cloned());
    let many = Memo::new(move |_| way.read().as_ref().map_or(0, |way| way.when.len()));
    let of = key.clone();
    let condition = move |()| {
        let known = editor.draft.with_untracked(|flow| {
            editor.choices.with_untracked(|choices| facts::all(w, flow, choices))
        });
        // Amounts decide most often.
        let money = known.iter().find(|it| it.kind == facts::Kind::Money);
        let Some(fact) = money.or(known.first()) else { return };
        let is = fact.kind.questions().swap_remove(0);
        let test = Test { fact: fact.name.clone(), is };
        change(editor, &of, place, |way| way.when.push(test));
    };
    let of = key.clone();
    let up = Callback::new(move |()| {
        editor.change_step(&of, |step| step.next.swap(place, place - 1));
    });
    let of = key.clone();
    let remove = move |()| {
        editor.change_step(&of, |step| drop(step.next.remove(place)));
    };

    let of = key.clone();

    view! {
        <li class="way">
            <div class="line">
                <OnPick key=of.clone() way place/>
                <Show when=move || { place > 0 }><Small label=w.way_up() icon="up" act=up/></Show>
                <Small label=w.way_remove() icon="x" act=remove/>
            </div>
            <For each=move || 0..many.get() key=|test| *test let:test>
                <Condition key=key.clone() way=place place=test/>
            </For>
            <Add label=w.way_add_condition() act=condition/>
            <ToPick key=of way place/>
        </li>
    }
    .into_any()
}

/// After which outcome; nothing to choose where there is only one.
#[component]
fn OnPick(key: StepKey, way: Memo<Option<Transition>>, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let value = Signal::derive(move || {
        way.read().as_ref().and_then(|way| way.on.clone()).map(|on| on.0).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let step = step.read();
        let outcomes = step.kind.outcomes();
        let one = outcomes.len() == 1;
        let any = if one { w.way_done() } else { w.way_any() };
        let each = outcomes.into_iter().map(|it| {
            let name = names::outcome(w, &step.kind, &it);
            (it.0, w.way_when(name))
        });
        let each: Options = each.filter(|_| !one).collect();
        let lost = value.get();
        let is_lost = !lost.is_empty() && !each.iter().any(|(word, _)| *word == lost);
        let lost = is_lost.then(|| (lost.clone(), lost));
        each.into_iter().chain(lost).chain([(String::new(), any.to_owned())]).collect()
    });
    let choose = move |word: String| {
        let on = Some(word).filter(|word| !word.is_empty()).map(Outcome);
        change(editor, &key, place, |way| way.on = on);
    };

    view! { <Pick label=w.way_outcome() terse=true value options choose/> }
}

/// Where it leads, also to a step that is made on the spot.
#[component]
fn ToPick(key: StepKey, way: Memo<Option<Transition>>, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let value = Signal::derive(move || {
        way.read().as_ref().and_then(|way| way.to.clone()).map(|to| to.0).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let flow = editor.draft.read();
        let steps = flow.steps.iter().map(|step| (step.key.0.clone(), names::of_step(w, step)));
        let more = [("", w.way_to_end()), (NEW, w.way_to_new())];
        steps
            .chain(more.map(|(word, name)| (word.to_owned(), name.to_owned())))
            .collect::<Options>()
    });
    let choose = move |word: String| {
        if word == NEW {
            let new = editor.change(|flow| flow.branch_off(&key, place, w.step_new()));
            editor.selected.set(new.flatten());
            request_animation_frame(|| browser::focus("#step-title"));
        } else {
            let to = Some(word).filter(|word| !word.is_empty()).map(StepKey);
            change(editor, &key, place, |way| way.to = to);
        }
    };

    view! {
        <div class="line to">
            <span aria-hidden="true">{w.way_to()}</span>
            <Pick label=w.way_to() terse=true value options choose/>
        </div>
    }
    .into_any()
}

pub fn change(editor: Editor, key: &StepKey, place: usize, edit: impl FnOnce(&mut Transition)) {
    editor.change_step(key, |step| {
        if let Some(way) = step.next.get_mut(place) {
            edit(way);
        }
    });
}
