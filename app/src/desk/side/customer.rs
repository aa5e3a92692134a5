use domain::actor::Permission;
use domain::page::EarlierTicket;
use domain::state::StateCategory;
use leptos::prelude::*;

use crate::desk::region::RegionField;
use crate::desk::ticket::{open, stars};
use crate::reader::{lang, now, reader};
use crate::ui::{Avatar, Chip, Icon};
use crate::when::{Civil, day};

/// Who asks, and what they asked before (M-06).
#[component]
pub fn CustomerPart() -> impl IntoView {
    let w = lang();
    let open = open();
    let has =
        |permission: Permission| open.me.with_value(|me| me.permissions.contains(&permission));
    let (reads, may_edit) = (has(Permission::ReadCustomers), has(Permission::EditCustomers));
    let customer = open.part(|page| page.customer.clone());
    let channel = open.part(|page| page.channel.clone());
    let created = open.part(|page| page.ticket.created_at);
    let (id, region) =
        customer.with_untracked(|card| (card.id, RwSignal::new(card.region.clone())));
    Effect::new(move || region.set(customer.with(|card| card.region.clone())));
    let who = move || {
        let card = customer.get();
        view! {
            <section class="who">
                <Avatar name=card.name.clone() tone="customer"/>
                <div>
                    <b>{card.name.clone()}</b>
                    {card.vip.then(|| view! { " " <Chip tone=Some("soon")>"VIP"</Chip> })}
                    {card.phone.map(|phone| view! { <div class="num soft">{phone}</div> })}
                    {card.email.map(|email| view! { <div class="soft">{String::from(email)}</div> })}
                    {card.organization.map(|name| view! { <div class="soft">{name}</div> })}
                </div>
            </section>
        }
    };
    let earlier = move || {
        let card = customer.get();
        // More than the few that stand here, and this one.
        let all = card.tickets > i64::try_from(card.earlier.len()).unwrap_or(i64::MAX) + 1;
        let page = format!("/desk/customers?id={}", card.id);
        view! {
            <section>
                <h2>
                    {w.side_earlier()}
                    {all.then(|| view! { <a class="num" href=page>{w.side_all(card.tickets)}</a> })}
                </h2>
                {card.earlier.is_empty().then(|| view! { <p class="faint">{w.side_no_earlier()}</p> })}
                <ul>
                    {card.earlier.into_iter().map(|ticket| view! { <Earlier ticket/> }).collect_view()}
                </ul>
            </section>
        }
    };

    view! {
        {who}
        {reads.then(|| view! {
            <section><dl><RegionField customer=id region may_edit changed=move |()| open.refresh()/></dl></section>
        })}
        {earlier}
        <p class="faint came"><Icon name="inbox"/> {move || w.side_channel(channel.get())} " · " {move || when_filed(created.get())}</p>
    }
}

#[component]
fn Earlier(ticket: EarlierTicket) -> impl IntoView {
    let w = lang();
    let (reader, now) = (reader(), now().get_untracked());
    let filed = Civil::at(ticket.created_at, reader.offset);
    let filed = day(&filed, &Civil::at(now, reader.offset), reader.lang);
    let live =
        ticket.state.category().is_live() && ticket.state.category() != StateCategory::Resolved;

    view! {
        <li class="old">
            <a href=format!("/desk/t/{}", ticket.number)>{ticket.subject}</a>
            <small class="num">
                {filed} " · "
                <span data-live=live.then_some("")>{w.state(ticket.state)}</span>
                {ticket.rating.map(|rating| view! {
                    " · " <span class="rating" aria-label=w.stars(rating.result.get())>{stars(rating.result.get())}</span>
                })}
            </small>
        </li>
    }
}

fn when_filed(at: domain::time::Timestamp) -> String {
    let reader = reader();
    crate::when::absolute(at, now().get_untracked(), &reader)
}
