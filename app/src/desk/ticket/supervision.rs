//! What a leader requires of this ticket (D-14): laying it down, and each that lies over it.

mod one;
mod order;
mod standing;

pub use order::OrderForm;
pub use standing::Standing;

use domain::actor::Permission;
use leptos::prelude::*;

use self::one::One;
use super::open;
use crate::reader::lang;
use crate::ui::{Button, Dialog};

#[component]
pub fn SuperviseButton() -> impl IntoView {
    let w = lang();
    let open = open();
    let may = open.may(Permission::Supervise);
    let asking = RwSignal::new(false);

    view! {
        <Show when=move || may.get()>
            <Button on:click=move |_| asking.set(true)>{w.supervision()}</Button>
        </Show>
        <Dialog open=asking title=w.supervision()>
            <OrderForm tickets=vec![open.number] done=move || asking.set(false)/>
        </Dialog>
    }
}

/// Those that were not lifted yet.
#[component]
pub fn Supervisions() -> impl IntoView {
    let w = lang();
    let over = open().part(|page| page.supervisions.clone());

    view! {
        <Show when=move || !over.read().is_empty()>
            <section class="supervisions" aria-label=w.supervision()>
                // By id alone: what is being reported must outlive what somebody else does.
                <For each=move || over.get() key=|it| it.id let:it>
                    <One id=it.id/>
                </For>
            </section>
        </Show>
    }
}
