use domain::actor::Permission;
use domain::category::CategoryTree;
use domain::id::{AgentId, CategoryId};
use domain::page::{Colleague, EditField};
use domain::priority::{Importance, Priority, Urgency};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::change::Change;
use crate::desk::api::catalogue::{categories, colleagues};
use crate::desk::ticket::open;
use crate::reader::lang;

/// How pressing it is, whose it is, where it belongs.
#[component]
pub fn Levels() -> impl IntoView {
    let w = lang();
    let open = open();
    let urgency = open.part(|page| page.ticket.urgency.as_str().to_owned());
    let importance = open.part(|page| page.ticket.importance.as_str().to_owned());
    let priority = open.part(|page| page.ticket.priority.as_str().to_owned());
    let of = |all: Vec<(&'static str, &'static str)>| -> Vec<(String, String)> {
        all.into_iter().map(|(code, label)| (code.to_owned(), label.to_owned())).collect()
    };
    let urgencies = of(Urgency::ALL.iter().map(|it| (it.as_str(), w.urgency(*it))).collect());
    let importances =
        of(Importance::ALL.iter().map(|it| (it.as_str(), w.importance(*it))).collect());
    let priorities = of(Priority::ALL.iter().map(|it| (it.as_str(), w.priority(*it))).collect());

    view! {
        <section>
            <h2>{w.side_handling()}</h2>
            <dl>
                <Level label=w.field_urgency() field=EditField::Urgency value=urgency choices=urgencies/>
                <Level label=w.field_importance() field=EditField::Importance value=importance choices=importances/>
                <Level label=w.field_priority() field=EditField::Priority value=priority choices=priorities/>
                <Category/>
                <Owner/>
            </dl>
        </section>
    }
}

/// A value out of a few, changed where it stands.
#[component]
fn Level(
    label: &'static str,
    field: EditField,
    value: Memo<String>,
    choices: Vec<(String, String)>,
) -> impl IntoView {
    let called = choices.clone();
    let change = Change::called(field, move |value| name_of(&called, &value));
    let may_edit = open().may(Permission::EditTickets);
    let names = choices.clone();
    let name = move || name_of(&names, &value.read());
    let choose = move |to: String| change.to(Some(value.get_untracked()), Some(to));

    view! {
        <div class="pair">
            <dt>{label}</dt>
            <dd>
                <Show when=move || may_edit.get() fallback=name>
                    <select
                        class="plain"
                        aria-label=label
                        prop:value=value
                        on:change:target=move |event| choose(event.target().value())
                    >
                        {choices.iter().map(|(code, label)| view! {
                            <option value=code.clone() selected=*code == value.get_untracked()>{label.clone()}</option>
                        }).collect_view()}
                    </select>
                </Show>
                {change.conflict_view()}
            </dd>
        </div>
    }
}

fn name_of(choices: &[(String, String)], value: &str) -> Option<String> {
    choices.iter().find(|(code, _)| code == value).map(|(_, label)| label.clone())
}

/// The tree is asked for when somebody wants to choose from it.
#[component]
fn Category() -> impl IntoView {
    let w = lang();
    let open = open();
    let path = open.part(|page| page.category.join(" / "));
    let category = open.part(|page| page.ticket.category);
    let may_edit = open.may(Permission::EditTickets);
    let tree = RwSignal::new(None::<CategoryTree>);
    let change = Change::called(EditField::Category, move |id| {
        let id = id.parse().ok()?;
        tree.with_untracked(|tree| Some(tree.as_ref()?.path_names(id).join(" / ")))
    });
    let choosing = RwSignal::new(false);
    let begin = move |_| {
        change.begin(Some(category.get_untracked().to_string()));
        choosing.set(true);
    };
    let choose = move |to: String| {
        choosing.set(false);
        change.finish(Some(to));
    };

    view! {
        <div class="pair">
            <dt>{w.field_category()}</dt>
            <dd>
                <Show
                    when=move || choosing.get()
                    fallback=move || view! {
                        <span>{move || path.get()}</span>
                        <Show when=move || may_edit.get()>
                            " " <button type="button" class="link" on:click=begin>{w.change()}</button>
                        </Show>
                    }
                >
                    <Leaves current=category tree choose/>
                </Show>
                {change.conflict_view()}
            </dd>
        </div>
    }
}

#[component]
fn Leaves(
    current: Memo<CategoryId>,
    tree: RwSignal<Option<CategoryTree>>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let w = lang();
    Effect::new(move || {
        spawn_local(async move {
            if let Ok(all) = categories().await {
                tree.try_set(Some(all));
            }
        });
    });
    let options = move || {
        let tree = tree.get()?;
        let options = tree.leaves().map(|leaf| {
            let chosen = leaf.id == current.get_untracked();
            let path = tree.path_names(leaf.id).join(" / ");
            view! { <option value=leaf.id.to_string() selected=chosen>{path}</option> }
        });
        Some(options.collect_view())
    };

    view! {
        <select class="input" aria-label=w.field_category() on:change:target=move |event| choose.run(event.target().value())>
            {options}
        </select>
    }
}

/// Who answers to the customer to the end.
#[component]
fn Owner() -> impl IntoView {
    let w = lang();
    let open = open();
    let owner = open.part(|page| page.owner.clone());
    let may_edit = open.may(Permission::EditTickets);
    let all = RwSignal::new(Vec::<Colleague>::new());
    let change = Change::called(EditField::Owner, move |id| {
        let id = id.parse().ok()?;
        all.with_untracked(|all| all.iter().find(|it| it.id == id).map(|it| it.name.clone()))
    });
    let choosing = RwSignal::new(false);
    let begin = move |_| {
        change.begin(owner.get_untracked().map(|owner| owner.id.to_string()));
        choosing.set(true);
    };
    let choose = move |to: String| {
        choosing.set(false);
        change.finish(Some(to).filter(|to| !to.is_empty()));
    };
    let name = move || owner.get().map_or_else(|| w.nobody().to_owned(), |owner| owner.name);

    view! {
        <div class="pair">
            <dt>{w.field_owner()}</dt>
            <dd>
                <Show
                    when=move || choosing.get()
                    fallback=move || view! {
                        <span>{name}</span>
                        <Show when=move || may_edit.get()>
                            " " <button type="button" class="link" on:click=begin>{w.change()}</button>
                        </Show>
                    }
                >
                    <Agents all current=Signal::derive(move || owner.get().map(|owner| owner.id)) choose/>
                </Show>
                {change.conflict_view()}
            </dd>
        </div>
    }
}

#[component]
fn Agents(
    all: RwSignal<Vec<Colleague>>,
    current: Signal<Option<AgentId>>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    let w = lang();
    Effect::new(move || {
        spawn_local(async move {
            if let Ok(everybody) = colleagues().await {
                all.try_set(everybody);
            }
        });
    });
    let options = move || {
        let option = |it: Colleague| {
            let chosen = current.get_untracked() == Some(it.id);
            view! { <option value=it.id.to_string() selected=chosen>{it.name}</option> }
        };
        all.get().into_iter().map(option).collect_view()
    };

    view! {
        <select class="input" aria-label=w.field_owner() on:change:target=move |event| choose.run(event.target().value())>
            <option value="">{w.nobody()}</option>
            {options}
        </select>
    }
}
