use domain::id::TicketNumber;
use leptos::prelude::*;

use crate::desk::handing_over::HandOver;
use crate::reader::lang;
use crate::ui::{Button, Dialog};

/// What can be done with the ticked rows.
#[component]
pub fn BulkBar(picked: RwSignal<Vec<TicketNumber>>) -> impl IntoView {
    let w = lang();
    let open = RwSignal::new(false);
    let many = Signal::derive(move || picked.read().len());

    view! {
        <div class="bulk" role="toolbar" aria-label=w.bulk_label()>
            <span class="num" role="status">{move || w.bulk_picked(many.get())}</span>
            <span class="end">
                <Button kind="quiet" on:click=move |_| picked.set(Vec::new())>{w.cancel()}</Button>
                <Button kind="primary" on:click=move |_| open.set(true)>{w.act_transfer()}</Button>
            </span>
        </div>
        <Dialog open title=Signal::derive(move || w.bulk_title(many.get()))>
            <HandOver tickets=picked.get_untracked() done=move || { open.set(false); picked.set(Vec::new()); }/>
        </Dialog>
    }
}
