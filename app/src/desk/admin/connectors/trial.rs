use domain::business::{Line, Sight};
use domain::connector::operation::{Does, Operation};
use domain::connector::{OperationKey, page};
use leptos::prelude::*;

use super::editor::{Editor, editor};
use crate::desk::api::connectors::try_connector;
use crate::reader::lang;
use crate::ui::{Chip, Deed, Field, Problem};

/// One question to the system as it is saved, which changes nothing there.
#[component]
pub fn Trial() -> impl IntoView {
    let w = lang();
    let Editor { page, .. } = editor();
    let looks = Memo::new(move |_| {
        let looks = |it: &&Operation| matches!(it.does, Does::Look { .. });
        let page = page.read();
        let operations = page.declared.connector.operations.iter().filter(looks);
        operations.map(|it| (it.key.clone(), it.name.to_string())).collect::<Vec<_>>()
    });

    view! {
        <section>
            <h2>{w.connector_try()}</h2>
            <p class="soft">{w.connector_try_hint()}</p>
            <Show when=move || !looks.read().is_empty() fallback=move || view! { <p class="faint">{w.connector_try_nothing()}</p> }>
                <Asking looks/>
            </Show>
        </section>
    }
}

#[component]
fn Asking(looks: Memo<Vec<(OperationKey, String)>>) -> impl IntoView {
    let w = lang();
    let Editor { page, .. } = editor();
    let deed = Deed::new();
    let (chosen, number) = (RwSignal::new(0_usize), RwSignal::new(String::new()));
    let answer = RwSignal::new(None::<page::Trial>);
    let ask = move || {
        let Some((operation, _)) = looks.read_untracked().get(chosen.get_untracked()).cloned()
        else {
            return;
        };
        let key = page.with_untracked(|page| page.declared.connector.key.clone());
        deed.run(try_connector(key, operation, number.get_untracked()), move |trial| {
            answer.try_set(Some(trial));
        });
    };

    view! {
        <form class="trial" on:submit=move |event| { event.prevent_default(); ask(); }>
            <Field label=w.connector_try_what() name="operation" error=deed.error>
                <select class="input" name="operation" on:change:target=move |event| chosen.set(event.target().value().parse().unwrap_or_default())>
                    {move || looks.get().into_iter().enumerate().map(|(at, (_, name))| view! { <option value=at.to_string()>{name}</option> }).collect_view()}
                </select>
            </Field>
            <Field label=w.thing_number() name="number" error=deed.error>
                <input class="input num" name="number" maxlength="64" autocomplete="off" required on:input:target=move |event| number.set(event.target().value())/>
            </Field>
            <button class="button" disabled=deed.pending>{w.connector_try_ask()}</button>
        </form>
        <Problem error=deed.error/>
        <div role="status">{move || answer.get().map(|trial| view! { <Answered trial/> })}</div>
    }
}

#[component]
fn Answered(trial: page::Trial) -> impl IntoView {
    let w = lang();
    let page::Trial { status, said, sight, took } = trial;
    let line = |line: Line| {
        view! { <div class="pair"><dt>{line.label}</dt><dd class="num">{line.value}</dd></div> }
    };
    let seen = match sight {
        Sight::Seen(seen) => {
            view! { <dl>{seen.lines.into_iter().map(line).collect_view()}</dl> }.into_any()
        }
        Sight::Nothing { reason } => view! { <p>{w.thing_nothing(reason)}</p> }.into_any(),
        Sight::NotReachable { trouble } => {
            view! { <p>{w.thing_not_reachable(w.trouble(trouble))}</p> }.into_any()
        }
        Sight::NotConnected => ().into_any(),
    };

    view! {
        <div class="answered">
            <p class="line">
                {status.map(|status| view! { <Chip>{format!("HTTP {status}")}</Chip> })}
                <span class="faint num">{w.connector_took(took.0)}</span>
            </p>
            {seen}
            {(!said.is_empty()).then(|| view! {
                <details><summary>{w.connector_said()}</summary><pre>{said}</pre></details>
            })}
        </div>
    }
}
