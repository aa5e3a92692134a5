//! What a step shows of the form and asks for, and from whom (B-21).

use domain::flow::{FieldUse, StepField, StepKey};
use leptos::prelude::*;

use crate::desk::admin::flows::parts::{Add, Options, Pick, Small, Tick};
use crate::desk::admin::flows::state::{Editor, editor};
use crate::reader::lang;

const USES: [(&str, FieldUse); 3] =
    [("show", FieldUse::Show), ("edit", FieldUse::Edit), ("require", FieldUse::Require)];

#[component]
pub fn Fields(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let many = Memo::new(move |_| step.read().fields.len());
    let of = key.clone();
    let add = move |()| {
        let next = editor.choices.with_untracked(|choices| {
            let known = step.read_untracked();
            let is_new = |it: &&(String, String)| known.fields.iter().all(|at| at.key != it.0);
            let next = choices.fields.iter().find(is_new).or(choices.fields.first());
            next.map(|(key, _)| key.clone())
        });
        editor.change_step(&of, |step| {
            let new = next.map(|key| StepField { key, usage: FieldUse::Require, roles: vec![] });
            step.fields.extend(new);
        });
    };

    view! {
        <fieldset class="field rows">
            <legend class="label">{w.step_fields()}</legend>
            <span class="help">{w.step_fields_hint()}</span>
            <For each=move || 0..many.get() key=|place| *place let:place>
                <OneField key=key.clone() place/>
            </For>
            <Add label=w.step_add_field() act=add/>
        </fieldset>
    }
    .into_any()
}

#[component]
fn OneField(key: StepKey, place: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let field = Memo::new(move |_| step.read().fields.get(place).cloned());
    let value = Signal::derive(move || field.get().map(|it| it.key).unwrap_or_default());
    let options =
        Signal::derive(move || with_lost(editor.choices.read().fields.clone(), &value.get()));
    let of = key.clone();
    let choose = move |chosen: String| change(editor, &of, place, |it| it.key = chosen);
    let usage = Signal::derive(move || {
        let usage = field.get().map_or(FieldUse::Show, |it| it.usage);
        USES.iter().find(|(_, it)| *it == usage).map_or("show", |(word, _)| word).to_owned()
    });
    let uses = USES.map(|(word, usage)| (word.to_owned(), w.field_use(usage).to_owned()));
    let of = key.clone();
    let use_as = move |word: String| {
        if let Some((_, usage)) = USES.iter().find(|(known, _)| *known == word) {
            change(editor, &of, place, |it| it.usage = *usage);
        }
    };
    let of = key.clone();
    let remove = move |()| {
        editor.change_step(&of, |step| drop(step.fields.remove(place)));
    };

    view! {
        <div class="line">
            <Pick label=w.field_which() terse=true value options choose/>
            <Pick label=w.field_how() terse=true value=usage options=Signal::stored(uses.to_vec()) choose=use_as/>
            <Small label=w.remove() icon="x" act=remove/>
            <Roles key place field/>
        </div>
    }
    .into_any()
}

#[component]
fn Roles(key: StepKey, place: usize, field: Memo<Option<StepField>>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let chosen = move || {
        let roles = field.get().map(|it| it.roles).unwrap_or_default();
        let all = editor.choices.read();
        let names = all.roles.iter().filter(|(word, _)| roles.contains(word));
        let names: Vec<String> = names.map(|(_, name)| name.clone()).collect();
        if names.is_empty() { w.field_everybody().to_owned() } else { names.join(w.list_comma()) }
    };
    let ticks = move || {
        let roles = editor.choices.get().roles.into_iter();
        roles
            .map(|(word, name)| {
                let (of, role) = (key.clone(), word.clone());
                let on = Signal::derive(move || {
                    field.read().as_ref().is_some_and(|it| it.roles.contains(&word))
                });
                let turn = move |on: bool| {
                    change(editor, &of, place, |it| {
                        it.roles.retain(|known| *known != role);
                        it.roles.extend(on.then(|| role.clone()));
                    });
                };
                view! { <Tick label=name on turn/> }
            })
            .collect_view()
    };

    view! {
        <details class="roles">
            <summary>{move || w.field_for(chosen())}</summary>
            <div class="choices">{ticks}</div>
        </details>
    }
    .into_any()
}

fn change(editor: Editor, key: &StepKey, place: usize, edit: impl FnOnce(&mut StepField)) {
    editor.change_step(key, |step| {
        if let Some(field) = step.fields.get_mut(place) {
            edit(field);
        }
    });
}

/// What the flow names stays to be seen, even where it is gone.
fn with_lost(mut options: Options, value: &str) -> Options {
    if !options.iter().any(|(word, _)| word == value) {
        options.insert(0, (value.to_owned(), value.to_owned()));
    }
    options
}
