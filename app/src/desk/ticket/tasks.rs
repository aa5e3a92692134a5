//! Taking, finishing and returning the task at hand.

use domain::actor::Permission;
use domain::event::Told;
use domain::page::TaskView;
use domain::time::Span;
use leptos::prelude::*;

use super::open;
use crate::desk::api::acting::{claim, complete, send_back};
use crate::desk::keys::{Command, Hint, on_command};
use crate::reader::{lang, now};
use crate::ui::{Button, Deed, Dialog, Problem};

/// The step that is about telling the customer the result.
const FEEDBACK: &str = "feedback";

#[component]
pub fn ClaimButton() -> impl IntoView {
    let w = lang();
    let open = open();
    let free = open.free_task();
    let may = open.may(Permission::Claim);
    let deed = Deed::new();
    let act = move || {
        if let Some(task) = free.get_untracked().filter(|_| may.get_untracked()) {
            open.act(deed, claim(task.task.id), |()| ());
        }
    };
    on_command(Command::Claim, act);

    view! {
        <Show when=move || may.get() && free.read().is_some()>
            <Button kind="primary" busy=deed.pending on:click=move |_| act()>
                {w.act_claim()} <Hint of=Command::Claim/>
            </Button>
        </Show>
        <Problem error=deed.error/>
    }
}

/// Finishes my step; the flow opens the next one.
#[component]
pub fn FinishButton() -> impl IntoView {
    let w = lang();
    let mine = open().my_task();
    let asking = RwSignal::new(false);
    let label = move || mine.get().map(|task| w.act_finish(task.step_name));

    view! {
        <Show when=move || mine.read().is_some()>
            <Button kind="primary" on:click=move |_| asking.set(true)>{label}</Button>
        </Show>
        <Dialog open=asking title=Signal::derive(move || label().unwrap_or_default())>
            {move || mine.get().map(|task| view! { <FinishForm task asking/> })}
        </Dialog>
    }
}

#[component]
fn FinishForm(task: TaskView, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let (deed, now) = (Deed::new(), now());
    let note = RwSignal::new(String::new());
    let about_telling = task.task.step.as_str() == FEEDBACK;
    let outcome = RwSignal::new("told".to_owned());
    let told = move || match outcome.get_untracked().as_str() {
        "unreachable" => Told::Unreachable,
        "call_back" => Told::CallBack { at: now.get_untracked() + Span::days(1) },
        _ => Told::Told,
    };
    let act = move |_| {
        let note = Some(note.get_untracked()).filter(|note| !note.trim().is_empty());
        let told = about_telling.then(told);
        open.act(deed, complete(task.task.id, note, told), move |()| asking.set(false));
    };
    let choice = move |value: &'static str, label: &'static str| {
        view! {
            <label class="switch">
                <input
                    type="radio"
                    name="told"
                    value=value
                    checked=value == "told"
                    on:change=move |_| outcome.set(value.to_owned())
                />
                {label}
            </label>
        }
    };

    view! {
        {about_telling.then(|| view! {
            <fieldset class="choices">
                <legend>{w.told_how()}</legend>
                {choice("told", w.told_told())}
                {choice("unreachable", w.told_unreachable())}
                {choice("call_back", w.told_call_back())}
            </fieldset>
        })}
        <label class="field">
            <span class="label">{w.finish_note()} <span class="optional">{w.optional()}</span></span>
            <textarea class="input" maxlength="500" on:input:target=move |event| note.set(event.target().value())></textarea>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.confirm()}</Button>
        </div>
    }
}

#[component]
pub fn SendBackForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let mine = open.my_task();
    let reason = RwSignal::new(String::new());
    let blank = move || reason.read().trim().is_empty();
    let act = move |_| {
        if let Some(task) = mine.get_untracked() {
            let work = send_back(task.task.id, reason.get_untracked());
            open.act(deed, work, move |()| asking.set(false));
        }
    };

    view! {
        <p class="faint">{w.send_back_hint()}</p>
        <label class="field">
            <span class="label">{w.reason()}</span>
            <textarea class="input" maxlength="500" required on:input:target=move |event| reason.set(event.target().value())></textarea>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=Signal::derive(move || blank() || deed.pending.get()) on:click=act>{w.act_send_back()}</Button>
        </div>
    }
}
