use domain::actor::Permission;
use domain::id::MessageId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::open;
use crate::desk::api::acting::split;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Icon, Problem};

/// A second matter in a message becomes a ticket of its own.
#[component]
pub fn BubbleMenu(message: MessageId) -> impl IntoView {
    let w = lang();
    let may = open().may(Permission::Arrange);
    let asking = RwSignal::new(false);

    view! {
        <Show when=move || may.get()>
            <button type="button" class="quiet-act" title=w.act_split() aria-label=w.act_split() on:click=move |_| asking.set(true)>
                <Icon name="merge"/>
            </button>
            <Dialog open=asking title=w.act_split()>
                <Split message asking/>
            </Dialog>
        </Show>
    }
}

#[component]
fn Split(message: MessageId, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let subject = RwSignal::new(open.page.with_untracked(|page| page.ticket.subject.to_string()));
    let deed = Deed::new();
    let go = use_navigate();
    let act = move |_| {
        let go = go.clone();
        open.act(deed, split(open.number, message, subject.get_untracked()), move |number| {
            asking.set(false);
            go(&format!("/desk/t/{number}"), NavigateOptions::default());
        });
    };

    view! {
        <p class="faint">{w.split_hint()}</p>
        <label class="field">
            <span class="label">{w.new_subject()}</span>
            <input class="input" prop:value=subject on:input:target=move |event| subject.set(event.target().value())/>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_split()}</Button>
        </div>
    }
}
