//! The list at the left: my work, my groups' queue, or a view of all tickets.

mod bucket;
mod bulk;
mod heading;
mod line;
mod lines;
mod row;
mod search;
mod tabs;

use domain::actor::Permission;
use domain::id::TicketNumber;
use domain::list::DeskCounts;
use leptos::prelude::*;

use bulk::BulkBar;
use heading::Heading;
use line::load;
use lines::Lines;
use search::SearchBox;
use tabs::Tabs;

use super::address::ListOf;
use super::api;
use super::session::session;
use crate::live::live;
use crate::reader::lang;
use crate::ui::{Problem, Skeleton, keep_fresh};

/// Ticked rows, to hand over together.
#[derive(Clone, Copy, Default)]
struct Picked {
    tickets: RwSignal<Vec<TicketNumber>>,
    /// What could be ticked: the rows that were fetched.
    shown: RwSignal<Vec<TicketNumber>>,
    /// Fingers have no pointer to rest on a row: they say that they want to tick.
    by_touch: RwSignal<bool>,
}

#[component]
pub fn List(of: Memo<ListOf>) -> impl IntoView {
    let picked = Picked::default();
    provide_context(picked);
    // What is ticked must be in sight.
    Effect::new(move || {
        of.track();
        picked.tickets.set(Vec::new());
        picked.by_touch.set(false);
    });
    let counts = live_counts();
    let session = session();
    let may_hand_over = Signal::derive(move || session.may(Permission::Reassign));

    view! {
        <section
            class="list"
            aria-label=lang().list_label()
            data-picking=move || picked.by_touch.get().then_some("")
        >
            <Heading of may_hand_over/>
            <SearchBox of/>
            <Tabs of counts/>
            {move || view! { <OneList of=of.get() may_hand_over/> }}
            <Show when=move || !picked.tickets.read().is_empty()>
                <BulkBar picked/>
            </Show>
        </section>
    }
}

/// Starts anew when another list is chosen, and only then.
#[component]
fn OneList(of: ListOf, may_hand_over: Signal<bool>) -> impl IntoView {
    let first = OnceResource::new(load(of.clone(), None));
    let lines = move || {
        let of = of.clone();
        Suspend::new(async move {
            match first.await {
                Ok(first) => view! { <Lines of first may_hand_over/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! { <Transition fallback=|| view! { <Skeleton lines=9/> }>{lines}</Transition> }
}

/// The numbers beside shelves and views, as they change.
fn live_counts() -> Signal<Option<DeskCounts>> {
    let first = OnceResource::new(api::lists::counts());
    let newer = RwSignal::new(None);
    keep_fresh(live().all(), newer, || async { api::lists::counts().await.map(Some) });
    Signal::derive(move || newer.get().or_else(|| first.get()?.ok()))
}
