use domain::connector::page::Declared;
use leptos::prelude::*;

use super::create::CreateForm;
use crate::desk::admin::AdminPage;
use crate::desk::api::connectors::list_connectors;
use crate::reader::lang;
use crate::ui::{Button, Chip, Dialog, Empty, Happened, Icon, Problem, Skeleton};

/// Every system this desk is connected with.
#[component]
pub fn ConnectorsPage() -> impl IntoView {
    let w = lang();
    let all = OnceResource::new(list_connectors());
    let creating = RwSignal::new(false);
    let acts = move || {
        view! {
            <Button kind="primary" on:click=move |_| creating.set(true)>
                <Icon name="plus"/>{w.connector_new()}
            </Button>
        }
    };

    view! {
        <AdminPage title=w.admin_connectors() hint=w.admin_connectors_hint() acts>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>
                {move || Suspend::new(async move {
                    match all.await {
                        Ok(all) if all.is_empty() => view! {
                            <Empty icon="link" title=w.connectors_none() hint=w.connectors_none_hint()/>
                        }.into_any(),
                        Ok(all) => view! { <Lines all/> }.into_any(),
                        Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                    }
                })}
            </Transition>
        </AdminPage>
        <Dialog open=creating title=w.connector_new()><CreateForm/></Dialog>
    }
}

#[component]
fn Lines(all: Vec<Declared>) -> impl IntoView {
    let lines = all.into_iter().map(|declared| view! { <Line declared/> });

    view! { <ul class="setting-lines">{lines.collect_view()}</ul> }
}

#[component]
fn Line(declared: Declared) -> impl IntoView {
    let w = lang();
    let Declared { connector, has_secret, updated_at } = declared;
    let count = w.connector_counts(connector.operations.len(), connector.inbound.len());

    view! {
        <li>
            <a href=format!("/admin/connectors/{}", connector.key)>
                <strong>{connector.name.to_string()}</strong>
                <code>{connector.base_url}</code>
            </a>
            <span class="soft">{count}</span>
            <Signed has_secret/>
            <span class="faint"><Happened at=updated_at/></span>
        </li>
    }
}

/// Whether requests are signed.
#[component]
pub fn Signed(has_secret: bool) -> impl IntoView {
    let w = lang();
    let (tone, words) =
        if has_secret { ("good", w.connector_signed()) } else { ("soon", w.connector_unsigned()) };

    view! { <Chip tone=Some(tone)>{words}</Chip> }
}
