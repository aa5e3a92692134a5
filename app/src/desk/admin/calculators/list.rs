use domain::calculator::{CalculatorDef, CalculatorLine};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::desk::admin::AdminPage;
use crate::desk::api::calculators::{create_calculator, list_calculators};
use crate::reader::lang;
use crate::ui::{Button, Chip, Deed, Dialog, Empty, Field, Icon, Problem, Skeleton};

/// Every calculator, with what state it is in.
#[component]
pub fn CalculatorsPage() -> impl IntoView {
    let w = lang();
    let lines = OnceResource::new(list_calculators());
    let naming = RwSignal::new(false);
    let acts = move || {
        view! {
            <Button kind="primary" on:click=move |_| naming.set(true)>
                <Icon name="plus"/>{w.calculator_new()}
            </Button>
        }
    };

    view! {
        <AdminPage title=w.admin_calculators() hint=w.admin_calculators_hint() acts>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>
                {move || Suspend::new(async move {
                    match lines.await {
                        Ok(lines) if lines.is_empty() => view! {
                            <Empty icon="calculator" title=w.calculators_none() hint=w.calculators_none_hint()/>
                        }.into_any(),
                        Ok(lines) => view! { <Lines lines/> }.into_any(),
                        Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                    }
                })}
            </Transition>
        </AdminPage>
        <Dialog open=naming title=w.calculator_new()><NameForm/></Dialog>
    }
}

#[component]
fn Lines(lines: Vec<CalculatorLine>) -> impl IntoView {
    let rows = lines.into_iter().map(|line| view! { <Line line/> });

    view! { <ul class="setting-lines">{rows.collect_view()}</ul> }
}

#[component]
fn Line(line: CalculatorLine) -> impl IntoView {
    let w = lang();
    let CalculatorLine { id, name, hint, version, enabled, draft } = line;

    view! {
        <li>
            <a href=format!("/admin/calculators/{id}")>
                <strong>{name}</strong>
                <span class="soft">{hint}</span>
            </a>
            <span class="state">
                {version.map(|version| view! { <Chip>{w.calculator_version(version)}</Chip> })}
                {match version {
                    None => view! { <Chip tone=Some("soon")>{w.calculator_unpublished()}</Chip> }.into_any(),
                    Some(_) if !enabled => view! { <Chip>{w.calculator_withdrawn()}</Chip> }.into_any(),
                    Some(_) if draft => view! { <Chip tone=Some("soon")>{w.calculator_changed()}</Chip> }.into_any(),
                    Some(_) => view! { <Chip tone=Some("good")>{w.calculator_offered()}</Chip> }.into_any(),
                }}
            </span>
        </li>
    }
}

/// A new one begins with its name.
#[component]
fn NameForm() -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let name = RwSignal::new(String::new());
    let go = use_navigate();
    let create = move || {
        let go = go.clone();
        let draft = CalculatorDef { name: name.get_untracked(), ..CalculatorDef::default() };
        deed.run(create_calculator(draft), move |id| {
            go(&format!("/admin/calculators/{id}"), NavigateOptions::default());
        });
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); create(); }>
            <Field label=w.calculator_name() name="name" error=deed.error>
                <input class="input" name="name" maxlength="80" required autofocus placeholder=w.calculator_name_example() on:input:target=move |event| name.set(event.target().value())/>
            </Field>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=deed.pending>{w.calculator_begin()}</button>
            </div>
        </form>
    }
}
