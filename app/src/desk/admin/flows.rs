//! Flows: all of them, and the editor of one (D-04, B-15, B-21).

mod create;
mod drag;
mod editor;
mod facts;
mod file;
mod graph;
mod heading;
mod leaves;
mod names;
mod panel;
mod parts;
mod problems;
mod publish;
mod rules;
mod saving;
mod state;
mod table;
mod trial;

use domain::flow::page::FlowLine;
use domain::id::FlowId;
use leptos::prelude::*;

pub use editor::FlowPage;

use super::AdminPage;
use crate::desk::api::flows::flows;
use crate::reader::lang;
use crate::ui::{Button, Chip, Dialog, Empty, Icon, Problem, Skeleton};
use crate::words::Lang;

/// The flow that leaves run which name no other.
const STANDARD: FlowId = FlowId(1);
/// So many paths are named in a line; the rest is counted.
const NAMED: usize = 2;

#[component]
pub fn FlowsPage() -> impl IntoView {
    let w = lang();
    let all = Resource::new(|| (), |()| flows());
    let creating = RwSignal::new(false);

    view! {
        <AdminPage title=w.admin_flows() hint=w.admin_flows_hint() acts=move || view! {
            <Button kind="primary" on:click=move |_| creating.set(true)><Icon name="plus"/>{w.flow_new()}</Button>
        }>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>
                {move || Suspend::new(async move {
                    match all.await {
                        Ok(lines) => view! { <Table lines/> }.into_any(),
                        Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                    }
                })}
            </Transition>
        </AdminPage>
        <Dialog open=creating title=w.flow_new()><create::CreateForm/></Dialog>
    }
}

#[component]
fn Table(lines: Vec<FlowLine>) -> impl IntoView {
    let w = lang();
    if lines.is_empty() {
        return view! { <Empty icon="flow" title=w.flows_none()/> }.into_any();
    }

    view! {
        <table class="flows">
            <thead><tr>
                <th>{w.flow_name()}</th>
                <th>{w.flow_status()}</th>
                <th>{w.flow_table()}</th>
                <th>{w.flow_categories()}</th>
            </tr></thead>
            <tbody>{lines.into_iter().map(|line| view! { <Line line/> }).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Line(line: FlowLine) -> impl IntoView {
    let w = lang();
    let number = line.number.map_or_else(|| w.flow_unpublished().to_owned(), |n| w.flow_version(n));
    let standard = (line.id == STANDARD).then(|| view! { <small>{w.flow_standard_hint()}</small> });

    view! {
        <tr>
            <th scope="row"><a href=format!("/admin/flows/{}", line.id)>{line.name}</a>{standard}</th>
            <td>
                <span class="num">{number}</span>
                {line.has_draft.then(|| view! { <Chip tone=Some("soon")>{w.flow_draft()}</Chip> })}
            </td>
            <td class="num">{w.flow_steps_count(line.steps)}</td>
            <td class="soft">{categories(w, &line.categories)}</td>
        </tr>
    }
}

fn categories(w: Lang, paths: &[String]) -> String {
    let named = paths[..paths.len().min(NAMED)].join(w.list_comma());
    match paths.len() {
        0 => w.flow_no_categories().to_owned(),
        many if many > NAMED => format!("{named} {}", w.flow_more_categories(many)),
        _ => named,
    }
}
