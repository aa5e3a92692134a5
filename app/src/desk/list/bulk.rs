use domain::actor::Permission;
use leptos::prelude::*;

use super::Picked;
use crate::desk::handing_over::HandOver;
use crate::desk::session::session;
use crate::desk::ticket::OrderForm;
use crate::reader::lang;
use crate::ui::{Button, Dialog};

/// What can be done with the ticked rows.
#[component]
pub(super) fn BulkBar(picked: Picked) -> impl IntoView {
    let w = lang();
    let session = session();
    let may_supervise = move || session.may(Permission::Supervise);
    let [open, supervising] = [(); 2].map(|()| RwSignal::new(false));
    let Picked { tickets, shown, by_touch: _ } = picked;
    let many = Signal::derive(move || tickets.read().len());
    let rest = move || shown.read().len() > many.get();
    let all = move |_| tickets.set(shown.get_untracked());
    let none = move || tickets.set(Vec::new());

    view! {
        <div class="bulk" role="toolbar" aria-label=w.bulk_label()>
            <span class="num" role="status">{move || w.bulk_picked(many.get())}</span>
            <Show when=rest>
                <Button kind="quiet" on:click=all>{move || w.bulk_all(shown.read().len())}</Button>
            </Show>
            <span class="end">
                <Button kind="quiet" on:click=move |_| none()>{w.cancel()}</Button>
                <Show when=may_supervise>
                    <Button on:click=move |_| supervising.set(true)>{w.supervision()}</Button>
                </Show>
                <Button kind="primary" on:click=move |_| open.set(true)>{w.act_transfer()}</Button>
            </span>
        </div>
        <Dialog open title=Signal::derive(move || w.bulk_title(many.get()))>
            <HandOver tickets=tickets.get_untracked() done=move || { open.set(false); none(); }/>
        </Dialog>
        <Dialog open=supervising title=Signal::derive(move || w.bulk_supervise(many.get()))>
            <OrderForm tickets=tickets.get_untracked() done=move || { supervising.set(false); none(); }/>
        </Dialog>
    }
}
