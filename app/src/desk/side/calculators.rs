//! Calculators beside the ticket: worked out as one types, kept when one says so (E-05).

mod form;
mod run;

use domain::actor::Permission;
use domain::calculator::TicketCalculators;
use domain::id::CalculatorId;
use leptos::prelude::*;

use crate::desk::api::calculators::read_calculations;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::keep_fresh;
use form::CalculatorForm;
use run::Run;

#[component]
pub fn Calculators() -> impl IntoView {
    let number = open().number;
    let first = OnceResource::new(read_calculations(number));

    view! {
        <Transition>
            {move || Suspend::new(async move {
                first.await.ok().map(|first| view! { <Shown first/> })
            })}
        </Transition>
    }
}

/// What is offered follows the ticket's category, and a new version at the next news.
#[component]
fn Shown(first: TicketCalculators) -> impl IntoView {
    let w = lang();
    let open = open();
    let number = open.number;
    let shown = RwSignal::new(first);
    keep_fresh(open.news(), shown, move || read_calculations(number));
    let may = open.may(Permission::EditTickets);
    let offered =
        Memo::new(move |_| if may.get() { shown.read().offered.clone() } else { Vec::new() });
    let runs = Memo::new(move |_| shown.read().runs.clone());
    let filled = move |id: CalculatorId| {
        Memo::new(move |_| {
            let shown = shown.read();
            let known = shown.offered.iter().find(|it| it.id == id);
            known.map(|it| it.given.clone()).unwrap_or_default()
        })
    };
    let anything = move || !offered.read().is_empty() || !runs.read().is_empty();

    view! {
        <Show when=anything>
            <section class="calculators">
                <h2>{w.side_calculators()}</h2>
                <For each=move || offered.get() key=|it| (it.id, it.version) let:offered>
                    <CalculatorForm filled=filled(offered.id) offered/>
                </For>
                <ul class="runs">
                    <For each=move || runs.get() key=|run| run.id let:run><Run run/></For>
                </ul>
            </section>
        </Show>
    }
}
