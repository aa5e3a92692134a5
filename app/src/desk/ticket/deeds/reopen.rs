use leptos::prelude::*;

use crate::desk::api::acting::reopen;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

#[component]
pub fn ReopenForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let reason = RwSignal::new(String::new());
    let act = move |_| {
        let reason = Some(reason.get_untracked()).filter(|reason| !reason.trim().is_empty());
        open.act(deed, reopen(open.number, reason), move |()| asking.set(false));
    };

    view! {
        <label class="field">
            <span class="label">{w.reason()} " " <span class="optional">{w.optional()}</span></span>
            <textarea class="input" maxlength="500" autofocus on:input:target=move |event| reason.set(event.target().value())></textarea>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_reopen()}</Button>
        </div>
    }
}
