use domain::flow::{Flow, StepKey};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use super::Moving;
use crate::browser;
use crate::desk::admin::flows::problems::ProblemsOf;
use crate::desk::admin::flows::state::{Editor, editor};
use crate::desk::admin::flows::{drag, facts, names};
use crate::reader::lang;
use crate::ui::Icon;

#[component]
pub fn Row(key: StepKey, moving: RwSignal<Option<Moving>>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let place = {
        let key = key.clone();
        Memo::new(move |_| editor.draft.read().place_of(&key).unwrap_or_default())
    };
    let name = Memo::new(move |_| names::of_step(w, &step.read()));
    let owner = move || {
        let (flow, choices) = (editor.draft.read(), editor.choices.read());
        let step = step.read();
        facts::has_owner(&step.kind).then(|| names::owner(w, &flow, &choices, &step.owner))
    };
    let current = {
        let key = key.clone();
        Memo::new(move |_| editor.selected.read().as_ref() == Some(&key))
    };
    let choose = {
        let key = key.clone();
        move |_| editor.select(&key)
    };
    let typed = {
        let key = key.clone();
        move |event: KeyboardEvent| by_key(editor, &key, &event)
    };
    let over = move || {
        moving
            .get()
            .filter(|it| it.over == place.get() && it.from != it.over)
            .map(|it| if it.from < it.over { "below" } else { "above" })
    };

    view! {
        <tr data-at=move || place.get().to_string() data-current=move || current.get().then_some("") data-over=over>
            <td class="place"><Grip key=key.clone() place name moving/></td>
            <th scope="row">
                <button type="button" class="step-name" id=format!("step-{}", key.as_str()) aria-pressed=move || current.get().to_string() on:click=choose on:keydown=typed>
                    {move || name.get()}
                </button>
                <small class="soft">
                    {move || w.step_kind(&step.read().kind)}
                    {move || step.read().deadline_hours.map(|hours| format!(" · {}", w.step_hours(hours)))}
                </small>
                <ProblemsOf step=key.clone()/>
            </th>
            <td class="who">{owner}</td>
            <td class="then"><Ways key=key.clone()/></td>
            <td class="acts"><RowMenu key name/></td>
        </tr>
    }
    .into_any()
}

/// Where it leads, as sentences.
#[component]
fn Ways(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let lines = Memo::new(move |_| {
        let flow = editor.draft.read();
        let known = facts::all(w, &flow, &editor.choices.read());
        flow.step(&key).map(|step| names::ways(w, &flow, &known, step)).unwrap_or_default()
    });
    let line = |(when, to): (String, String)| {
        let when = (!when.is_empty()).then(|| view! { <span class="soft">{when}</span>" " });
        view! { <p>{when}<i aria-hidden="true">"→ "</i>{to}</p> }
    };

    view! { {move || lines.get().into_iter().map(line).collect_view()} }
}

/// The number of the row, by which it is dragged.
#[component]
fn Grip(
    key: StepKey,
    place: Memo<usize>,
    name: Memo<String>,
    moving: RwSignal<Option<Moving>>,
) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let begin = move |event: PointerEvent| {
        drag::hold(&event);
        let from = place.get_untracked();
        moving.set(Some(Moving { from, over: from }));
    };
    let go = move |event: PointerEvent| {
        let over = drag::under(&event, "data-at").and_then(|at| at.parse().ok());
        if let (Some(at), Some(over)) = (moving.get_untracked(), over) {
            moving.set(Some(Moving { over, ..at }));
        }
    };
    let drop = move |_| {
        if let Some(Moving { from, over }) = moving.get_untracked()
            && from != over
        {
            editor.change(|flow| flow.shift(&key, over));
        }
        moving.set(None);
    };

    view! {
        <span
            class="grip"
            title=move || w.step_drag(name.get())
            on:pointerdown=begin
            on:pointermove=go
            on:pointerup=drop
            on:pointercancel=move |_| moving.set(None)
        >
            <Icon name="grip"/>
            <span class="num">{move || place.get() + 1}</span>
        </span>
    }
}

#[component]
fn RowMenu(key: StepKey, name: Memo<String>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let id = format!("menu-{}", key.as_str());
    let act = move |does: fn(Editor, &StepKey)| {
        let key = key.clone();
        move |_| does(editor, &key)
    };

    view! {
        <div class="menu">
            <button type="button" class="button" data-kind="quiet" data-size="icon" popovertarget=id.clone() aria-label=move || w.step_menu(name.get())>
                <Icon name="more"/>
            </button>
            <div class="menu-list" id=id popover="auto">
                <button type="button" on:click=act(|editor, key| shift(editor, key, -1))>{w.step_up()}</button>
                <button type="button" on:click=act(|editor, key| shift(editor, key, 1))>{w.step_down()}</button>
                <button type="button" on:click=act(duplicate)>{w.step_duplicate()}</button>
                <button type="button" on:click=act(remove)>{w.step_delete()}</button>
            </div>
        </div>
    }
}

fn by_key(editor: Editor, key: &StepKey, event: &KeyboardEvent) {
    match (event.alt_key(), event.key().as_str()) {
        (true, "ArrowUp") => shift(editor, key, -1),
        (true, "ArrowDown") => shift(editor, key, 1),
        (false, "Delete") => remove(editor, key),
        _ => return,
    }
    event.prevent_default();
    // The row was taken out and put in again: the focus stays with the step.
    let name = format!("#step-{}", key.as_str());
    request_animation_frame(move || browser::focus(&name));
}

fn shift(editor: Editor, key: &StepKey, by: isize) {
    editor.change(|flow| {
        let to = flow.place_of(key)?.checked_add_signed(by)?;
        flow.shift(key, to);
        Some(())
    });
}

fn duplicate(editor: Editor, key: &StepKey) {
    let w = lang();
    let copy = editor.change(|flow: &mut Flow| {
        let name = names::step(w, flow, key);
        flow.duplicate(key, &w.step_copy_of(name))
    });
    editor.selected.set(copy.flatten());
}

pub fn remove(editor: Editor, key: &StepKey) {
    let w = lang();
    let before = editor.draft.get_untracked();
    let name = names::step(w, &before, key);
    editor.change(|flow| flow.remove(key));
    if editor.selected.with_untracked(|it| it.as_ref() == Some(key)) {
        editor.selected.set(None);
    }
    let back = Callback::new(move |()| {
        editor.change(|flow| flow.clone_from(&before));
    });
    editor.toaster.offer(w.step_deleted(name), w.undo(), back);
}
