//! Asking one or several beside the flow.

use domain::event::Asked;
use domain::page::Whom;
use leptos::prelude::*;

use crate::desk::api::asking::{ask, whom};
use crate::desk::people::{People, everybody};
use crate::desk::ticket::open;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Deed, Field, Problem, Skeleton, toaster};

#[component]
pub fn AskForm(asking: RwSignal<bool>) -> impl IntoView {
    let choices = LocalResource::new(choices);

    view! {
        <Transition fallback=|| view! { <Skeleton/> }>
            {move || Suspend::new(async move {
                match choices.await {
                    Ok((people, whom)) => view! { <Question people whom asking/> }.into_any(),
                    Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                }
            })}
        </Transition>
    }
}

async fn choices() -> Result<(People, Whom), AppError> {
    Ok((everybody().await?, whom().await?))
}

#[component]
fn Question(people: People, whom: Whom, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let (toaster, deed) = (toaster(), Deed::new());
    let chosen = RwSignal::new(Vec::<(Asked, String)>::new());
    let question = RwSignal::new(String::new());
    let mine = open.my_task().get_untracked().map(|task| task.task.id);
    let hold = RwSignal::new(mine.is_some());
    let send = move |_| {
        let to: Vec<Asked> = chosen.with_untracked(|all| all.iter().map(|it| it.0).collect());
        let hold = mine.filter(|_| hold.get_untracked());
        let work = ask(open.number, to, question.get_untracked(), hold);
        open.act(deed, work, move |()| {
            toaster.say(w.ask_done());
            asking.set(false);
        });
    };

    view! {
        <Addressees people whom chosen error=deed.error/>
        <Field label=w.ask_question() name="question" error=deed.error>
            <textarea class="input" name="question" maxlength="500" placeholder=w.ask_example() on:input:target=move |event| question.set(event.target().value())></textarea>
        </Field>
        <Show when=move || mine.is_some()>
            <label class="switch">
                <input type="checkbox" checked on:change:target=move |event| hold.set(event.target().checked())/>
                {w.ask_hold()}
            </label>
        </Show>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=send>{w.act_ask()}</Button>
        </div>
    }
}

/// Departments, groups, partners and people in one list to choose from, again and again.
#[component]
fn Addressees(
    people: People,
    whom: Whom,
    chosen: RwSignal<Vec<(Asked, String)>>,
    #[prop(into)] error: Signal<Option<AppError>>,
) -> impl IntoView {
    let w = lang();
    let me = open().me.with_value(|me| me.id);
    let Whom { departments, partners } = whom;
    let departments = departments.into_iter().map(|(id, name)| (Asked::Department(id), name));
    let groups = people.groups.into_iter().map(|it| (Asked::Group(it.id), it.name));
    let partners = partners.into_iter().map(|it| (Asked::Partner(it.id), it.name));
    let others = people.colleagues.into_iter().filter(move |it| it.id != me);
    let others = others.map(|it| (Asked::Agent(it.id), it.name));
    let kinds: [(&'static str, Vec<(Asked, String)>); 4] = [
        (w.ask_departments(), departments.collect()),
        (w.ask_groups(), groups.collect()),
        (w.ask_partners(), partners.collect()),
        (w.ask_people(), others.collect()),
    ];
    let all: Vec<(Asked, String)> = kinds.iter().flat_map(|(_, of)| of.clone()).collect();
    let mut place = 0_usize;
    let options = kinds.map(|(label, of)| {
        let options = of.into_iter().map(|(_, name)| {
            let value = place.to_string();
            place += 1;
            view! { <option value=value>{name}</option> }
        });
        let options = options.collect_view();
        view! { <optgroup label=label>{options}</optgroup> }
    });
    let add = move |value: &str| {
        let Some(one) = value.parse().ok().and_then(|place: usize| all.get(place)).cloned() else {
            return;
        };
        chosen.update(|chosen| {
            if !chosen.contains(&one) {
                chosen.push(one);
            }
        });
    };

    view! {
        <Field label=w.ask_whom() name="to" error>
            <select class="input" name="to" prop:value=move || { chosen.track(); String::new() } on:change:target=move |event| add(&event.target().value())>
                <option value="">{w.choose()}</option>
                {options.collect_view()}
            </select>
        </Field>
        <ul class="chosen">
            <For each=move || chosen.get() key=|one| one.clone() let:one>
                <Chosen one chosen/>
            </For>
        </ul>
    }
}

#[component]
fn Chosen(one: (Asked, String), chosen: RwSignal<Vec<(Asked, String)>>) -> impl IntoView {
    let w = lang();
    let name = one.1.clone();
    let remove = move |_| chosen.update(|all| all.retain(|known| *known != one));

    view! {
        <li class="chip">
            {name}
            <button type="button" class="quiet-act" aria-label=w.remove() on:click=remove><crate::ui::Icon name="x"/></button>
        </li>
    }
}
