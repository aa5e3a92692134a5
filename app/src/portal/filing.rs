//! `/new`: what it is about, then what that needs, on one screen.

pub mod fields;
mod form;
mod sending;

use std::sync::Arc;

use domain::id::CategoryId;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::form::LeafForm;
use super::answer::{Echo, use_echo};
use super::api::{Blank, blank_form};
use super::draft::Draft;
use super::frame::Frame;
use super::problem::Unavailable;
use crate::picker::{CategoryPicker, Tree};
use crate::reader::lang;

const HERE: &str = "/new";

#[component]
pub fn FilingPage() -> impl IntoView {
    let w = lang();
    let echo = use_echo().filter(|echo| echo.form == HERE);
    let blank = Resource::new_blocking(|| (), |()| blank_form());
    let page = move || {
        let echo = echo.clone();
        Suspend::new(async move {
            match blank.await {
                Ok(blank) => view! { <Filing blank echo/> }.into_any(),
                Err(why) => view! { <Unavailable why/> }.into_any(),
            }
        })
    };
    view! {
        <Title text=w.portal_file()/>
        <Frame>
            <Suspense>{page}</Suspense>
        </Frame>
    }
}

#[component]
fn Filing(blank: Blank, echo: Option<Echo>) -> impl IntoView {
    let w = lang();
    let query = use_query_map();
    let tree: Tree = Arc::new(blank.tree.clone());
    let sent = echo.as_ref().and_then(|echo| echo.value("category")?.parse().ok());
    let at = Memo::new(move |_| {
        query.with(|query| query.get("c").and_then(|id| id.parse().ok())).or(sent)
    });
    let typed = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let leaves = tree.clone();
    let leaf: Memo<Option<CategoryId>> =
        Memo::new(move |_| at.get().filter(|&at| leaves.leaves().any(|leaf| leaf.id == at)));
    resume(leaf, echo.is_some());
    let choosing = move || leaf.get().is_none();
    let picker = {
        let tree = tree.clone();
        move || view! { <CategoryPicker tree=tree.clone() at typed base=HERE/> }
    };
    view! {
        <div hidden=move || !choosing()>
            <h1>{w.portal_what()}</h1>
            <p class="lead">{w.portal_what_lead()}</p>
        </div>
        <Show when=choosing>{picker.clone()}</Show>
        <LeafForm blank tree leaf echo/>
    }
}

/// Back to the form that was left unsent, when nothing else is asked for.
fn resume(leaf: Memo<Option<CategoryId>>, echoed: bool) {
    let query = use_query_map();
    let navigate = use_navigate();
    Effect::new(move || {
        let asked = query.with_untracked(|query| query.get("c").or(query.get("q")).is_some());
        if asked || echoed || leaf.get_untracked().is_some() {
            return;
        }
        let draft = Draft::load().filter(|draft| draft.sending || draft.is_worth_keeping());
        if let Some(category) = draft.as_ref().and_then(|draft| draft.value("category")) {
            let options = NavigateOptions { replace: true, scroll: false, ..Default::default() };
            navigate(&format!("{HERE}?c={category}"), options);
        }
    });
}
