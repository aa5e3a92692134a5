use domain::calculator;
use domain::category::CategoryTree;
use domain::id::CalculatorId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::basics::Basics;
use super::editor::{Editor, editor};
use super::examples::Examples;
use super::formula::FormulaPart;
use super::inputs::Inputs;
use super::publishing::PublishForm;
use super::result::ResultPart;
use super::source::Fields;
use super::versions::Versions;
use crate::desk::admin::AdminPage;
use crate::desk::api::calculators::{offer_calculator, read_calculator};
use crate::desk::api::catalogue::categories;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Icon, Problem, Skeleton};

/// One calculator, to be declared in words and tables.
#[component]
pub fn CalculatorPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id")?.parse::<CalculatorId>().ok());

    move || match id.get() {
        Some(id) => view! { <One id/> }.into_any(),
        None => view! { <Missing error=AppError::NotFound/> }.into_any(),
    }
}

#[component]
fn One(id: CalculatorId) -> impl IntoView {
    let (page, tree) = (OnceResource::new(read_calculator(id)), OnceResource::new(categories()));

    view! {
        <Transition fallback=|| view! { <main class="admin-page" id="main"><Skeleton lines=9/></main> }>
            {move || Suspend::new(async move {
                match (page.await, tree.await.unwrap_or_default()) {
                    (Ok(page), tree) => view! { <Edited page tree/> }.into_any(),
                    (Err(error), _) => view! { <Missing error/> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Missing(error: AppError) -> impl IntoView {
    view! { <AdminPage title=lang().admin_calculators()><Problem error=Some(error)/></AdminPage> }
}

#[component]
fn Edited(page: calculator::CalculatorPage, tree: CategoryTree) -> impl IntoView {
    let editor = Editor::provide(page);
    Fields::provide(editor);
    let title = Memo::new(move |_| editor.def.read().name.clone());

    view! {
        <AdminPage title acts=|| view! { <Acts/> }>
            <div class="setting calculator">
                <a href="/admin/calculators" class="back"><Icon name="back"/>{lang().admin_calculators()}</a>
                <Problem error=editor.saving.error/>
                <Basics tree/>
                <Inputs/>
                <FormulaPart/>
                <ResultPart/>
                <Examples/>
                <Versions/>
            </div>
        </AdminPage>
    }
}

#[component]
fn Acts() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let asking = RwSignal::new(false);
    let offering = Deed::new();
    let id = editor.page.with_untracked(|page| page.id);
    let published = move || !editor.page.read().versions.is_empty();
    let enabled = move || editor.page.read().enabled;
    let offer = move |_| {
        let offered = !editor.page.with_untracked(|page| page.enabled);
        offering.run(offer_calculator(id, offered), move |()| {
            editor.page.update(|page| page.enabled = offered);
        });
    };
    let kept = move || if editor.is_kept() { w.calculator_kept() } else { w.calculator_not_kept() };

    view! {
        <span class="faint kept" role="status">{kept}</span>
        <Show when=published>
            <Button busy=offering.pending on:click=offer>
                {move || if enabled() { w.calculator_withdraw() } else { w.calculator_offer() }}
            </Button>
        </Show>
        <Button kind="primary" on:click=move |_| { editor.keep(); editor.publishing.error.set(None); asking.set(true); }>
            {w.calculator_publish()}
        </Button>
        <Dialog open=asking title=w.calculator_publish()><PublishForm asking/></Dialog>
    }
}
