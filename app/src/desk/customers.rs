//! Everybody who is served: found by name, phone or mail address.

use domain::actor::Permission;
use domain::customer::Customer;
use domain::id::CustomerId;
use domain::list::Page;
use domain::page::CustomerCard;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Form;

use super::address;
use super::api::customers as api;
use super::region::RegionField;
use super::session::session;
use super::ticket::stars;
use crate::reader::lang;
use crate::ui::{Avatar, Button, Chip, Deed, Empty, Happened, Icon, Problem, Skeleton};

#[component]
pub fn CustomersPage() -> impl IntoView {
    let w = lang();
    let words = address::key("q");
    let chosen = address::key("id");
    let id = Memo::new(move |_| chosen.get()?.parse::<CustomerId>().ok());

    view! {
        <Title text=w.rail_customers()/>
        <main class="customers" id="main" data-beside=move || id.get().map(|_| "")>
            <section class="list" aria-label=w.rail_customers()>
                <header class="top"><h1>{w.rail_customers()}</h1></header>
                <search class="search">
                    <Form method="GET" action="/desk/customers">
                        <Icon name="search"/>
                        <input id="search" type="search" name="q" autocomplete="off" aria-label=w.customers_search() placeholder=w.customers_search() value=words.get_untracked()/>
                    </Form>
                </search>
                {move || view! { <Found words=words.get() id/> }}
            </section>
            {move || match id.get() {
                Some(id) => view! { <Card id/> }.into_any(),
                None => view! { <Empty icon="people" title=w.customers_none_open()/> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Found(words: Option<String>, id: Memo<Option<CustomerId>>) -> impl IntoView {
    let first = OnceResource::new(api::customers(words.clone(), None));
    let rows = move || {
        let words = words.clone();
        Suspend::new(async move {
            match first.await {
                Ok(first) => view! { <People first words id/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! { <Transition fallback=|| view! { <Skeleton lines=9/> }>{rows}</Transition> }
}

#[component]
fn People(
    first: Page<Customer>,
    words: Option<String>,
    id: Memo<Option<CustomerId>>,
) -> impl IntoView {
    let w = lang();
    let shown = RwSignal::new(first);
    let more = Deed::new();
    let asked = words.clone();
    let fetch = move |_| {
        let next = shown.with_untracked(|page| page.next);
        more.run(api::customers(asked.clone(), next), move |page| {
            shown.try_update(|all| {
                all.rows.extend(page.rows);
                all.next = page.next;
            });
        });
    };
    let query = words.map(|words| format!("q={words}&")).unwrap_or_default();

    view! {
        <div class="lines">
            <ol>
                <For each=move || shown.get().rows key=|it| it.id let:customer>
                    {
                        let current = move || (id.get() == Some(customer.id)).then_some("true");
                        view! {
                            <li class="row" data-current=current>
                                <a class="line" aria-current=current href=format!("/desk/customers?{query}id={}", customer.id)>
                                    <span class="a">
                                        <strong>{customer.name.clone()}</strong>
                                        {customer.vip.then(|| view! { <Chip tone=Some("soon")>"VIP"</Chip> })}
                                    </span>
                                    <span class="b num">{customer.phone.as_ref().map(domain::contact::Phone::masked)}</span>
                                </a>
                            </li>
                        }
                    }
                </For>
            </ol>
            <Show when=move || shown.read().rows.is_empty()>
                <Empty icon="people" title=w.list_empty_search() hint=w.customers_none_found()/>
            </Show>
            <Show when=move || shown.read().next.is_some()>
                <p class="more"><Button kind="quiet" busy=more.pending on:click=fetch.clone()>{w.more()}</Button></p>
            </Show>
        </div>
    }
}

#[component]
fn Card(id: CustomerId) -> impl IntoView {
    let card = OnceResource::new(api::read_customer(id));

    view! {
        <Transition fallback=|| view! { <Skeleton/> }>
            {move || Suspend::new(async move {
                match card.await {
                    Ok(card) => view! { <Whole card/> }.into_any(),
                    Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Whole(card: CustomerCard) -> impl IntoView {
    let w = lang();
    let CustomerCard { id, name, vip, phone, email, organization, tickets, earlier, .. } = card;
    let region = RwSignal::new(card.region);
    let may_edit = session().may(Permission::EditCustomers);

    view! {
        <article class="customer">
            <a class="button narrow" data-kind="quiet" href="/desk/customers"><Icon name="back"/>{w.back()}</a>
            <header>
                <Avatar name=name.clone() tone="customer"/>
                <h2>{name.clone()}</h2>
                {vip.then(|| view! { <Chip tone=Some("soon")>"VIP"</Chip> })}
                <a class="button end" href=format!("/desk/new?name={name}")>{w.list_new()}</a>
            </header>
            <dl>
                <div class="pair"><dt>{w.field_phone()}</dt><dd class="num">{phone.unwrap_or_else(|| "—".into())}</dd></div>
                <div class="pair"><dt>{w.field_email()}</dt><dd>{email.map_or_else(|| "—".into(), String::from)}</dd></div>
                <RegionField customer=id region may_edit changed=|()| ()/>
                {organization.map(|name| view! { <div class="pair"><dt>{w.field_organization()}</dt><dd>{name}</dd></div> })}
            </dl>
            <h3>{w.side_earlier()} " " <span class="num faint">{tickets}</span></h3>
            {earlier.is_empty().then(|| view! { <p class="faint">{w.side_no_earlier()}</p> })}
            <ul>
                {earlier.into_iter().map(|ticket| view! {
                    <li class="old">
                        <a href=format!("/desk/t/{}", ticket.number)>{ticket.subject}</a>
                        <small class="num">
                            {ticket.number.to_string()} " · " <Happened at=ticket.created_at/> " · " {w.state(ticket.state)}
                            {ticket.rating.map(|rating| view! { " · " <span class="rating">{stars(rating.result.get())}</span> })}
                        </small>
                    </li>
                }).collect_view()}
            </ul>
        </article>
    }
}
