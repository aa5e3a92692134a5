use domain::id::TicketNumber;
use domain::priority::Priority;
use domain::state::StateCategory;
use leptos::prelude::*;

use super::Picked;
use super::line::Line;
use crate::desk::address::ListOf;
use crate::reader::lang;
use crate::ui::{Chip, Due};

/// One line: what it is about, how long there is, whose it is.
#[component]
pub fn Row(
    line: Line,
    of: StoredValue<ListOf>,
    /// It came while one was looking.
    fresh: bool,
    open: Memo<Option<TicketNumber>>,
    may_hand_over: Signal<bool>,
) -> impl IntoView {
    let w = lang();
    let ticket = line.ticket;
    let current = move || (open.get() == Some(ticket)).then_some("true");
    let urgent = (line.priority == Priority::Urgent).then(|| w.priority_urgent());
    let about = [line.category.join(" / "), line.requester.clone()].join(" · ");
    let by_system = line.trigger.is_system().then(|| (w.trigger_mark(), w.trigger(line.trigger)));
    let (subject, vip, step) = (line.subject.clone(), line.vip, line.step.clone());

    view! {
        <li class="row" data-fresh=fresh.then_some("") data-current=current>
            <Show when=move || may_hand_over.get()>
                <Tick ticket/>
            </Show>
            <a class="line" href=of.with_value(|of| of.href_with(ticket)) aria-current=current>
                <span class="a">
                    <strong>{subject}</strong>
                    <Clock line/>
                </span>
                {step.map(|step| view! { <span class="todo">{step}</span> })}
                <span class="b">
                    {urgent.map(|urgent| view! { <span class="urgent">{urgent}</span> })}
                    {vip.then(|| view! { <span class="vip">"VIP"</span> })}
                    {by_system.map(|(mark, by)| view! { <span class="by-system" title=by>{mark}</span> })}
                    <span class="who">{about}</span>
                    <span class="num">{ticket.to_string()}</span>
                </span>
            </a>
        </li>
    }
}

/// It is counted, and has gone where one may not read.
#[component]
pub fn Elsewhere() -> impl IntoView {
    view! { <li class="row elsewhere"><p>{lang().list_elsewhere()}</p></li> }
}

/// The one time that matters for it now.
#[component]
fn Clock(line: Line) -> impl IntoView {
    let w = lang();
    match (line.state.category(), line.due_at, line.wake_at) {
        (StateCategory::Resolved, ..) => {
            view! { <Chip tone=Some("good")>{w.state(line.state)}</Chip> }.into_any()
        }
        (StateCategory::Closed, ..) => view! { <Chip>{w.state(line.state)}</Chip> }.into_any(),
        (StateCategory::Waiting, _, Some(at)) => view! { <Due at what=w.list_back()/> }.into_any(),
        (StateCategory::Waiting, ..) => view! { <Chip>{w.state(line.state)}</Chip> }.into_any(),
        (_, Some(at), _) => view! { <Due at/> }.into_any(),
        (_, None, _) => ().into_any(),
    }
}

/// Ticks a row, to hand it over together with others.
#[component]
fn Tick(ticket: TicketNumber) -> impl IntoView {
    let picked = use_context::<Picked>().unwrap_or_default().tickets;
    let change = move |ticked: bool| {
        picked.update(|picked| {
            picked.retain(|known| *known != ticket);
            if ticked {
                picked.push(ticket);
            }
        });
    };

    view! {
        <label class="tick">
            <span class="aside-for-readers">{lang().list_pick(ticket)}</span>
            <input
                type="checkbox"
                prop:checked=move || picked.read().contains(&ticket)
                on:change:target=move |event| change(event.target().checked())
            />
        </label>
    }
}
