use domain::id::TicketNumber;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::desk::api::acting::merge;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

/// This ticket goes on in another; its messages are read there.
#[component]
pub fn MergeForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let into = RwSignal::new(None::<TicketNumber>);
    let go = use_navigate();
    let act = move |_| {
        let Some(into) = into.get_untracked() else { return };
        let go = go.clone();
        open.act(deed, merge(open.number, into), move |()| {
            asking.set(false);
            go(&format!("/desk/t/{into}"), NavigateOptions::default());
        });
    };

    view! {
        <p class="faint">{w.merge_hint(open.number)}</p>
        <label class="field">
            <span class="label">{w.merge_into()}</span>
            <input class="input" placeholder="GD-20417" autofocus on:input:target=move |event| into.set(event.target().value().parse().ok())/>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=Signal::derive(move || into.get().is_none() || deed.pending.get()) on:click=act>{w.act_merge()}</Button>
        </div>
    }
}
