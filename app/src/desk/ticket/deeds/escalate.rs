use leptos::prelude::*;

use crate::desk::api::acting::escalate;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Field, Problem};

/// Up to those who get what this group cannot solve (D-21).
#[component]
pub fn EscalateForm(asking: RwSignal<bool>, to: String) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let note = RwSignal::new(String::new());
    let act = move |_| {
        let work = escalate(open.number, note.get_untracked());
        open.act(deed, work, move |()| asking.set(false));
    };

    view! {
        <p class="faint">{w.escalate_hint(to)}</p>
        <Field label=w.escalate_why() name="note" error=deed.error>
            <textarea class="input" name="note" required maxlength="500" autofocus on:input:target=move |event| note.set(event.target().value())></textarea>
        </Field>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_escalate()}</Button>
        </div>
    }
}
