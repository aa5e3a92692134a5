use domain::actor::Permission;
use domain::event::What;
use domain::id::EventId;
use domain::page::TicketPage;
use leptos::prelude::*;

use super::act_outside::ActOutside;
use super::add_thing::AddThing;
use super::thing::Thing;
use crate::desk::api::outside::things_now;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Problem, Skeleton, keep_fresh};

/// What the ticket is about in other systems, asked of them just now: by the browser, once the page
/// stands, so that nobody waits for the ticket because another system is slow.
#[component]
pub fn Things() -> impl IntoView {
    let w = lang();
    let open = open();
    let may_edit = open.may(Permission::EditTickets);
    let changed = open.part(last_change);
    let (looks, seen) = (RwSignal::new(0_u64), RwSignal::new(None));
    let look = move || looks.update(|looks| *looks += 1);
    keep_fresh(looks.into(), seen, move || async move { Ok(Some(things_now(open.number).await)) });
    Effect::new(move || {
        // Read, not only tracked: a memo that nobody reads never notices anything.
        changed.get();
        look();
    });
    let shown = move || match seen.get() {
        None => view! { <Skeleton lines=3/> }.into_any(),
        Some(Ok(things)) if things.is_empty() => {
            view! { <p class="soft">{w.things_none()}</p> }.into_any()
        }
        Some(Ok(things)) => {
            things.into_iter().map(|thing| view! { <Thing thing/> }).collect_view().into_any()
        }
        Some(Err(error)) => view! { <Problem error=Some(error)/> }.into_any(),
    };

    view! {
        <section class="things" aria-label=w.side_things()>
            <h2>
                {w.side_things()}
                <Button kind="quiet" size="small" on:click=move |_| look()>{w.things_look_again()}</Button>
            </h2>
            {shown}
            <div class="line">
                <ActOutside/>
                <Show when=move || may_edit.get()><AddThing/></Show>
            </div>
        </section>
    }
}

/// What is seen elsewhere may be another thing after these, and only then.
fn last_change(page: &TicketPage) -> Option<EventId> {
    let concerns = |what: &What| {
        matches!(
            what,
            What::BusinessRefAdded { .. }
                | What::BusinessRefRemoved { .. }
                | What::ExternalActionConfirmed { .. }
                | What::FieldChanged { .. }
        )
    };
    let newest = page.timeline.entries.iter().find(|entry| concerns(entry.what()));
    newest.map(|entry| entry.event.id)
}
