use std::collections::BTreeMap;

use domain::actor::Permission;
use domain::business::PossibleAct;
use leptos::prelude::*;

use crate::browser;
use crate::desk::api::outside::{possible_acts, run_act};
use crate::desk::ticket::open;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Field, Icon, Problem, Skeleton, toaster};

/// Asks another system to do something for this ticket (J-03).
#[component]
pub fn ActOutside() -> impl IntoView {
    let w = lang();
    let may = open().may(Permission::Resolve);
    let asking = RwSignal::new(false);

    view! {
        <Show when=move || may.get()>
            <Button kind="quiet" size="small" on:click=move |_| asking.set(true)>
                <Icon name="send"/> {w.act_outside()}
            </Button>
        </Show>
        <Dialog open=asking title=w.act_outside()>
            <Choose asking/>
        </Dialog>
    }
}

#[component]
fn Choose(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let acts = LocalResource::new(move || possible_acts(open.number));

    view! {
        <Suspense fallback=|| view! { <Skeleton lines=3/> }>
            {move || Suspend::new(async move {
                match acts.await {
                    Ok(acts) if acts.is_empty() => view! { <p class="soft">{w.act_outside_none()}</p> }.into_any(),
                    Ok(acts) => view! { <Form acts asking/> }.into_any(),
                    Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Form(acts: Vec<PossibleAct>, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let (open, toaster) = (open(), toaster());
    let deed = Deed::new();
    let error: Signal<Option<AppError>> = deed.error.into();
    let key = StoredValue::new(browser::unique());
    let names: Vec<String> = acts.iter().map(|act| act.name.clone()).collect();
    let acts = StoredValue::new(acts);
    let chosen = RwSignal::new(0_usize);
    let with = RwSignal::new(BTreeMap::<String, String>::new());
    let inputs = move || acts.with_value(|acts| acts[chosen.get()].asks.clone());
    let act = move |_| {
        let PossibleAct { connector, operation, name, .. } =
            acts.with_value(|acts| acts[chosen.get_untracked()].clone());
        let work =
            run_act(open.number, connector, operation, with.get_untracked(), key.get_value());
        open.act(deed, work, move |()| {
            toaster.say(w.act_outside_asked(name));
            asking.set(false);
        });
    };

    view! {
        <Field label=w.act_outside_what() name="operation" error>
            <select class="input" name="operation" on:change:target=move |event| { with.set(BTreeMap::new()); chosen.set(event.target().value().parse().unwrap_or_default()); }>
                {names.into_iter().enumerate().map(|(at, name)| view! { <option value=at.to_string()>{name}</option> }).collect_view()}
            </select>
        </Field>
        <For each=inputs key=|it| it.key.clone() let:input>
            <Field label=input.label.clone() name=format!("with.{}", input.key) error>
                <input class="input" name=format!("with.{}", input.key) on:input:target=move |event| with.update(|it| { it.insert(input.key.clone(), event.target().value()); })/>
            </Field>
        </For>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_outside_ask()}</Button>
        </div>
    }
}
