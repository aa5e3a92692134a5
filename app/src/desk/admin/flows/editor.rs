//! The page of one flow: what it says, drawn and as a table, and the step that is chosen.

use domain::flow::page::FlowPage as Page;
use domain::id::FlowId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::graph::Graph;
use super::heading::{Acts, Standing};
use super::panel::Panel;
use super::problems::Problems;
use super::rules::Rules;
use super::saving::ConflictNote;
use super::state::Editor;
use super::table::Table;
use super::trial::{Trial, Walked};
use crate::desk::admin::AdminPage;
use crate::desk::api::flows::open_flow;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Problem, Skeleton};

#[component]
pub fn FlowPage() -> impl IntoView {
    let w = lang();
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id")?.parse::<FlowId>().ok());
    let page = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => open_flow(id).await,
                None => Err(AppError::NotFound),
            }
        },
    );

    view! {
        <Transition fallback=move || view! { <AdminPage title=w.admin_flows()><Skeleton lines=8/></AdminPage> }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(page) => view! { <Open page/> }.into_any(),
                    Err(error) => view! {
                        <AdminPage title=w.admin_flows()><Problem error=Some(error)/></AdminPage>
                    }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Open(page: Page) -> impl IntoView {
    let editor = Editor::provide(page);
    let walked = Walked::provide();
    editor.take_up();
    let title = Signal::derive(move || editor.page.read().name.clone());

    view! {
        <AdminPage title acts=move || view! { <Acts/> }>
            <div class="flow-editor" data-trying=move || walked.trying.get().then_some("")>
                <Standing/>
                <ConflictNote/>
                <Problems/>
                <Graph/>
                <div class="cols">
                    <div class="main">
                        <Table/>
                        <Rules/>
                    </div>
                    {move || if walked.trying.get() {
                        view! { <Trial/> }.into_any()
                    } else {
                        view! { <Panel/> }.into_any()
                    }}
                </div>
            </div>
        </AdminPage>
    }
}
