//! Which leaves of the category tree run the flow (B-15).

use std::collections::BTreeSet;

use domain::id::CategoryId;
use leptos::prelude::*;

use super::parts::Tick;
use super::state::editor;
use crate::desk::api::flows::{open_flow, run_flow_in};
use crate::reader::lang;
use crate::ui::{Deed, Problem};

#[component]
pub fn LeavesForm(open: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let page = editor.page.get_untracked();
    if page.current.is_none() {
        return view! { <p>{w.leaves_first()}</p> }.into_any();
    }
    let chosen: BTreeSet<CategoryId> = page.categories.into_iter().collect();
    let chosen = RwSignal::new(chosen);
    let words = RwSignal::new(String::new());
    let deed = Deed::new();
    let save = move || {
        let id = editor.id;
        let leaves = chosen.get_untracked().into_iter().collect();
        let work = async move {
            run_flow_in(id, leaves).await?;
            open_flow(id).await
        };
        deed.run(work, move |page| {
            editor.page.update(|known| {
                known.categories = page.categories;
                known.choices = page.choices;
            });
            editor.toaster.say(w.leaves_saved());
            open.set(false);
        });
    };
    let leaves =
        page.choices.categories.into_iter().filter_map(|(id, path)| Some((id.parse().ok()?, path)));
    let lines = leaves.map(|(id, path): (CategoryId, String)| {
        let name = path.clone();
        let on = Signal::derive(move || chosen.read().contains(&id));
        let turn = move |on: bool| {
            chosen.update(|chosen| {
                if on { chosen.insert(id) } else { chosen.remove(&id) };
            });
        };
        view! { <li hidden=move || !path.contains(words.read().trim())><Tick label=name on turn/></li> }
    });

    view! {
        <p class="soft">{w.leaves_hint()}</p>
        <form class="body-form" on:submit=move |event| { event.prevent_default(); save(); }>
            <input class="input" type="search" autocomplete="off" aria-label=w.leaves_find() placeholder=w.leaves_find() on:input:target=move |event| words.set(event.target().value())/>
            <ul class="leaves">{lines.collect_view()}</ul>
            <Problem error=deed.error/>
            <div class="actions">
                <span class="soft">{move || w.leaves_chosen(chosen.read().len())}</span>
                <button class="button" data-kind="primary" disabled=deed.pending>{w.save()}</button>
            </div>
        </form>
    }
    .into_any()
}
