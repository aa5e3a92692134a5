use domain::actor::Permission;
use domain::business::{BusinessRef, Line, Seen, Sight, ThingNow};
use leptos::prelude::*;

use crate::desk::api::outside::remove_thing;
use crate::desk::ticket::open;
use crate::reader::{lang, reader};
use crate::ui::{Chip, Deed, Icon, Problem};
use crate::when;

/// One thing in another system: as it is, or why that cannot be said.
#[component]
pub fn Thing(thing: ThingNow) -> impl IntoView {
    let w = lang();
    let ThingNow { was, whose, now, at } = thing;
    let looked = when::absolute(at, at, &reader());
    let place = whose.unwrap_or_default();
    let (sight, state) = (sight_word(&now), state(&now));

    view! {
        <article class="thing" data-sight=sight>
            <header class="line">
                <strong>{w.thing(was.kind)} " " <span class="num">{was.number.clone()}</span></strong>
                {state.map(|state| view! { <Chip tone=Some("info")>{state}</Chip> })}
                <Remove was=was.clone()/>
            </header>
            {match now {
                Sight::Seen(seen) => view! {
                    <Lines lines=seen.lines/>
                    <p class="soft">{w.thing_read(place, looked)}</p>
                }
                .into_any(),
                Sight::Nothing { reason } => {
                    view! { <p class="warn" role="status">{w.thing_nothing(reason)}</p> }.into_any()
                }
                Sight::NotReachable { trouble } => view! {
                    <p class="warn" role="status">{w.thing_not_reachable(w.trouble(trouble))}</p>
                    <Was was=was/>
                }
                .into_any(),
                Sight::NotConnected => view! { <Was was=was/> }.into_any(),
            }}
        </article>
    }
}

#[component]
fn Lines(lines: Vec<Line>) -> impl IntoView {
    let pair = |line: Line| {
        view! { <div class="pair"><dt>{line.label}</dt><dd class="num">{line.value}</dd></div> }
    };
    view! { <dl>{lines.into_iter().map(pair).collect_view()}</dl> }
}

/// How it was when the ticket came to be about it.
#[component]
fn Was(was: BusinessRef) -> impl IntoView {
    let w = lang();
    let at = when::absolute(was.at, was.at, &reader());
    let values: Vec<String> = was.snapshot.into_values().collect();
    let known = !values.is_empty();

    view! {
        {known.then(|| view! { <p class="soft">{w.thing_was(at, values.join(" · "))}</p> })}
    }
}

#[component]
fn Remove(was: BusinessRef) -> impl IntoView {
    let w = lang();
    let open = open();
    let may_edit = open.may(Permission::EditTickets);
    let deed = Deed::new();
    let BusinessRef { kind, number, .. } = was;
    let name = w.thing_remove(w.thing(kind), &number);
    let cut = move |_| {
        open.act(deed, remove_thing(open.number, kind, number.clone()), |()| ());
    };

    view! {
        <Show when=move || may_edit.get()>
            <button type="button" class="quiet-act" aria-label=name.clone() on:click=cut.clone()><Icon name="x"/></button>
        </Show>
        <Problem error=deed.error/>
    }
}

fn state(now: &Sight) -> Option<String> {
    match now {
        Sight::Seen(Seen { state, state_name, .. }) => state_name.clone().or_else(|| state.clone()),
        Sight::Nothing { .. } | Sight::NotReachable { .. } | Sight::NotConnected => None,
    }
}

const fn sight_word(now: &Sight) -> &'static str {
    match now {
        Sight::Seen(_) => "seen",
        Sight::Nothing { .. } => "nothing",
        Sight::NotReachable { .. } => "not-reachable",
        Sight::NotConnected => "not-connected",
    }
}
