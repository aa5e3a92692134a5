use domain::connector::{ConnectorKey, page};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::basics::Basics;
use super::editor::{Editor, editor};
use super::log::Calls;
use super::operations::Operations;
use super::told::{Rules, Told};
use super::trial::Trial;
use crate::desk::admin::AdminPage;
use crate::desk::api::connectors::read_connector;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Icon, Problem, Skeleton, toaster};

/// One system: where it is, what can be asked of it, and what went over the line.
#[component]
pub fn ConnectorPage() -> impl IntoView {
    let params = use_params_map();
    let key = Memo::new(move |_| params.read().get("key").map(ConnectorKey));

    move || match key.get() {
        Some(key) => view! { <One key/> }.into_any(),
        None => view! { <Missing error=AppError::NotFound/> }.into_any(),
    }
}

#[component]
fn One(key: ConnectorKey) -> impl IntoView {
    let page = OnceResource::new(read_connector(key));

    view! {
        <Transition fallback=|| view! { <main class="admin-page" id="main"><Skeleton lines=9/></main> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(page) => view! { <Edited page/> }.into_any(),
                    Err(error) => view! { <Missing error/> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Missing(error: AppError) -> impl IntoView {
    view! { <AdminPage title=lang().admin_connectors()><Problem error=Some(error)/></AdminPage> }
}

#[component]
fn Edited(page: page::ConnectorPage) -> impl IntoView {
    let editor = Editor::provide(page);
    let title = Memo::new(move |_| editor.page.read().declared.connector.name.to_string());

    view! {
        <AdminPage title acts=|| view! { <Acts/> }>
            <div class="setting connector">
                <a href="/admin/connectors" class="back"><Icon name="back"/>{lang().admin_connectors()}</a>
                <Problem error=editor.saving.error/>
                <Basics/>
                <Operations/>
                <Rules/>
                <Trial/>
                <Calls/>
                <Told/>
            </div>
        </AdminPage>
    }
}

#[component]
fn Acts() -> impl IntoView {
    let w = lang();
    let (editor, toaster) = (editor(), toaster());
    let save = move |_| editor.save(move || toaster.say(w.connector_saved()));
    let state = move || if editor.is_saved() { "" } else { w.connector_not_saved() };

    view! {
        <span class="faint kept" role="status">{state}</span>
        <Button kind="primary" busy=editor.saving.pending on:click=save>{w.save()}</Button>
    }
}
