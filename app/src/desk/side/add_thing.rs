use domain::business::RefKind;
use leptos::prelude::*;

use crate::desk::api::outside::add_thing;
use crate::desk::ticket::open;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Field, Icon, Problem};

/// Says that the ticket is about an order, a refund or the like.
#[component]
pub fn AddThing() -> impl IntoView {
    let w = lang();
    let asking = RwSignal::new(false);

    view! {
        <Button kind="quiet" size="small" on:click=move |_| asking.set(true)>
            <Icon name="plus"/> {w.thing_add()}
        </Button>
        <Dialog open=asking title=w.thing_add()>
            <Form asking/>
        </Dialog>
    }
}

#[component]
fn Form(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let error: Signal<Option<AppError>> = deed.error.into();
    let (kind, number) = (RwSignal::new(RefKind::Order), RwSignal::new(String::new()));
    let act = move |_| {
        let work = add_thing(open.number, kind.get_untracked(), number.get_untracked());
        open.act(deed, work, move |()| asking.set(false));
    };

    view! {
        <Field label=w.thing_kind() name="kind" error>
            <select class="input" name="kind" on:change:target=move |event| if let Ok(chosen) = RefKind::try_from(event.target().value()) { kind.set(chosen) }>
                {RefKind::ALL.map(|it| view! { <option value=it.as_str()>{w.thing(it)}</option> }).into_iter().collect_view()}
            </select>
        </Field>
        <Field label=w.thing_number() name="number" error>
            <input class="input num" name="number" maxlength="64" on:input:target=move |event| number.set(event.target().value())/>
        </Field>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.thing_add()}</Button>
        </div>
    }
}
