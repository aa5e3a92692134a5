use leptos::prelude::*;

use crate::desk::api::acting::send_back;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Field};

/// Returns my step to whoever had the one before, or my question to whoever asked.
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
        <Field label=w.reason() name="reason" error=deed.error>
            <textarea class="input" name="reason" maxlength="500" required on:input:target=move |event| reason.set(event.target().value())></textarea>
        </Field>
        <div class="actions">
            <Button kind="primary" busy=Signal::derive(move || blank() || deed.pending.get()) on:click=act>{w.act_send_back()}</Button>
        </div>
    }
}
