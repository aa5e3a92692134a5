use domain::id::TicketNumber;
use domain::ticket::LinkKind;
use leptos::prelude::*;

use crate::desk::api::acting::link;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

#[component]
pub fn LinkForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let other = RwSignal::new(None::<TicketNumber>);
    let kind = RwSignal::new(LinkKind::Related);
    let act = move |_| {
        if let Some(other) = other.get_untracked() {
            let work = link(open.number, other, kind.get_untracked());
            open.act(deed, work, move |()| asking.set(false));
        }
    };

    view! {
        <label class="field">
            <span class="label">{w.link_other()}</span>
            <input class="input" placeholder="GD-20417" autofocus on:input:target=move |event| other.set(event.target().value().parse().ok())/>
        </label>
        <label class="field">
            <span class="label">{w.link_how()}</span>
            <select class="input" on:change:target=move |event| kind.set(event.target().value().parse().unwrap_or(LinkKind::Related))>
                {LinkKind::ALL.iter().map(|&kind| view! {
                    <option value=kind.as_str()>{w.link(kind, false)}</option>
                }).collect_view()}
            </select>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=Signal::derive(move || other.get().is_none() || deed.pending.get()) on:click=act>{w.act_link()}</Button>
        </div>
    }
}
