//! A ticket for somebody on the phone: who, what about, what the leaf asks for.

use domain::category::CategoryTree;
use domain::customer::Customer;
use domain::field::Field as Asked;
use domain::id::{CategoryId, TicketNumber};
use domain::page::Filing;
use domain::priority::Priority;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::catalogue::{categories, form};
use super::api::customers::customers;
use super::api::filing::file;
use super::new_order::{Found, OrderFound};
use super::{address, new_field::AskedField};
use crate::browser;
use crate::error::AppError;
use crate::live::live;
use crate::reader::lang;
use crate::ui::{Button, Deed, Field, Icon, Problem, Skeleton};

#[component]
pub fn NewPage() -> impl IntoView {
    let w = lang();
    let tree = OnceResource::new(categories());

    view! {
        <Title text=w.list_new()/>
        <main class="ticket new" id="main">
            <header class="head"><h1>{w.new_title()}</h1></header>
            <Transition fallback=|| view! { <Skeleton lines=8/> }>
                {move || Suspend::new(async move {
                    match tree.await {
                        Ok(tree) => view! { <NewForm tree/> }.into_any(),
                        Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
}

#[component]
fn NewForm(tree: CategoryTree) -> impl IntoView {
    let w = lang();
    let (deed, live) = (Deed::new(), live());
    let filing =
        RwSignal::new(Filing { name: address::key("name").get_untracked(), ..Filing::default() });
    let key = StoredValue::new(String::new());
    let done = RwSignal::new(None::<TicketNumber>);
    let error: Signal<Option<AppError>> = deed.error.into();
    let send = move || {
        key.update_value(|key| {
            if key.is_empty() {
                *key = browser::unique();
            }
        });
        let filing = Filing { idempotency_key: Some(key.get_value()), ..filing.get_untracked() };
        deed.run(file(filing), move |filed| {
            live.touch(filed.number);
            done.try_set(Some(filed.number));
        });
    };
    let again = move || {
        key.set_value(String::new());
        filing.set(Filing::default());
        done.set(None);
    };
    let category = Memo::new(move |_| filing.read().category);

    let whole = move || {
        let tree = tree.clone();
        view! {
            <form class="new-form" on:submit=move |event| { event.prevent_default(); send(); }>
                <fieldset>
                    <legend>{w.new_customer()}</legend>
                    <Caller filing error/>
                </fieldset>
                <fieldset>
                    <legend>{w.field_category()}</legend>
                    <ChooseLeaf tree filing error/>
                </fieldset>
                <fieldset>
                    <legend>{w.new_matter()}</legend>
                    <Field label=w.new_subject() name="subject" optional=true error>
                        <input class="input" name="subject" maxlength="200" on:input:target=move |event| filing.update(|it| it.subject = some(event.target().value()))/>
                    </Field>
                    <Field label=w.new_description() name="description" error>
                        <textarea class="input" name="description" required rows="4" on:input:target=move |event| filing.update(|it| it.description = event.target().value())></textarea>
                    </Field>
                    {move || category.get().map(|leaf| view! { <LeafForm leaf filing error/> })}
                    <Field label=w.field_priority() name="priority" optional=true error>
                        <select class="input" name="priority" on:change:target=move |event| filing.update(|it| it.priority = event.target().value().parse().ok())>
                            <option value="">{w.new_priority_of_leaf()}</option>
                            {Priority::ALL.iter().map(|it| view! { <option value=it.as_str()>{w.priority(*it)}</option> }).collect_view()}
                        </select>
                    </Field>
                </fieldset>
                <Problem error=deed.error/>
                <div class="actions">
                    <a class="button" data-kind="quiet" href="/desk">{w.cancel()}</a>
                    <button class="button" data-kind="primary" disabled=deed.pending>{w.new_submit()}</button>
                </div>
            </form>
        }
    };

    view! {
        {move || match done.get() {
            None => whole().into_any(),
            Some(number) => view! { <Done number again/> }.into_any(),
        }}
    }
}

/// The number, to be read out to the caller. The ticket may be another group's, which its writer
/// cannot open.
#[component]
fn Done(number: TicketNumber, #[prop(into)] again: Callback<()>) -> impl IntoView {
    let w = lang();

    view! {
        <div class="empty" role="status">
            <Icon name="check"/>
            <strong>{w.new_done(number)}</strong>
            <span>{w.new_done_hint()}</span>
            <p class="line">
                <a class="button" href=format!("/desk/t/{number}")>{w.keys_open()}</a>
                <Button kind="primary" on:click=move |_| again.run(())>{w.new_again()}</Button>
            </p>
        </div>
    }
}

/// Who calls: known by the number, or new.
#[component]
fn Caller(filing: RwSignal<Filing>, error: Signal<Option<AppError>>) -> impl IntoView {
    let w = lang();
    let known = RwSignal::new(Vec::<Customer>::new());
    let look = Deed::new();
    let look_up = move |typed: String| {
        filing.update(|it| it.phone = some(typed.clone()));
        if typed.chars().filter(char::is_ascii_digit).count() >= 4 {
            look.run(customers(Some(typed), None), move |page| {
                known.try_set(page.rows.into_iter().take(4).collect());
            });
        }
    };
    let take = move |customer: &Customer| {
        let (name, phone) = (customer.name.clone(), customer.phone.clone());
        filing.update(|it| {
            it.name = Some(name);
            it.phone = phone.map(String::from);
        });
        known.set(Vec::new());
    };
    let value = move |of: fn(&Filing) -> &Option<String>| {
        move || of(&filing.read()).clone().unwrap_or_default()
    };

    view! {
        <div class="side-by-side">
            <Field label=w.field_phone() name="phone" error>
                <input class="input num" name="phone" type="tel" autocomplete="off" autofocus prop:value=value(|it| &it.phone) on:input:target=move |event| look_up(event.target().value())/>
            </Field>
            <Field label=w.new_name() name="name" error>
                <input class="input" name="name" autocomplete="off" prop:value=value(|it| &it.name) on:input:target=move |event| filing.update(|it| it.name = some(event.target().value()))/>
            </Field>
        </div>
        <Show when=move || !known.read().is_empty()>
            <ul class="known" aria-label=w.new_known()>
                <For each=move || known.get() key=|it| it.id let:customer>
                    {
                        let (name, phone) = (customer.name.clone(), customer.phone.as_ref().map(domain::contact::Phone::masked));
                        view! {
                            <li><button type="button" class="button" on:click=move |_| take(&customer)>
                                <Icon name="person"/> {name} " " <span class="num soft">{phone}</span>
                            </button></li>
                        }
                    }
                </For>
            </ul>
        </Show>
    }
}

/// Typing finds leaves by words or pinyin initials; without typing the whole tree is there.
#[component]
fn ChooseLeaf(
    tree: CategoryTree,
    filing: RwSignal<Filing>,
    error: Signal<Option<AppError>>,
) -> impl IntoView {
    const AT_MOST: usize = 8;

    let w = lang();
    let tree = StoredValue::new(tree);
    let typed = RwSignal::new(String::new());
    let chosen = Memo::new(move |_| {
        let leaf = filing.read().category?;
        Some(tree.with_value(|tree| tree.path_names(leaf).join(" / ")))
    });
    let hits = Memo::new(move |_| {
        let typed = typed.get();
        tree.with_value(|tree| {
            let hits: Vec<CategoryId> = if typed.trim().is_empty() {
                Vec::new()
            } else {
                tree.search(&typed).into_iter().take(AT_MOST).map(|leaf| leaf.id).collect()
            };
            hits.into_iter().map(|id| (id, tree.path_names(id).join(" / "))).collect::<Vec<_>>()
        })
    });
    let choose = move |leaf: CategoryId| {
        filing.update(|it| {
            it.category = Some(leaf);
            it.fields.clear();
        });
        typed.set(String::new());
    };
    let all = tree.with_value(|tree| {
        tree.leaves()
            .map(|leaf| (leaf.id, tree.path_names(leaf.id).join(" / ")))
            .collect::<Vec<_>>()
    });

    view! {
        <Field label=w.new_find_leaf() name="category" error>
            <input class="input" type="search" autocomplete="off" prop:value=typed on:input:target=move |event| typed.set(event.target().value()) placeholder=w.new_find_leaf_example()/>
        </Field>
        <ul class="hits">
            <For each=move || hits.get() key=|it| it.0 let:hit>
                <li><button type="button" class="button" data-kind="quiet" on:click=move |_| choose(hit.0)>{hit.1.clone()}</button></li>
            </For>
        </ul>
        <select
            class="input"
            aria-label=w.field_category()
            prop:value=move || filing.read().category.map(|it| it.to_string()).unwrap_or_default()
            on:change:target=move |event| if let Ok(leaf) = event.target().value().parse() { choose(leaf) }
        >
            <option value="">{w.choose()}</option>
            {all.into_iter().map(|(id, path)| view! { <option value=id.to_string()>{path}</option> }).collect_view()}
        </select>
        <p class="aside-for-readers" role="status">{chosen}</p>
    }
}

/// Only what this leaf needs.
#[component]
fn LeafForm(
    leaf: CategoryId,
    filing: RwSignal<Filing>,
    error: Signal<Option<AppError>>,
) -> impl IntoView {
    let asked = LocalResource::new(move || form(leaf));
    let fields = move || -> Vec<Asked> { asked.get().and_then(Result::ok).unwrap_or_default() };
    let found = Found::new(filing);

    view! {
        <For each=fields key=|it| it.id let:field>
            <AskedField field filing error settled=move |number: String| found.look(number, fields())/>
        </For>
        <OrderFound found/>
    }
}

pub fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}
