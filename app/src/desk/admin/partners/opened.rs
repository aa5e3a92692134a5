use domain::category::CategoryTree;
use domain::id::CategoryId;
use leptos::prelude::*;

use super::Changed;
use crate::desk::api::partners::open_to_partners;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

/// What partners' programs may file, leaf by leaf.
#[component]
pub fn Opened(tree: CategoryTree, opened: Vec<CategoryId>, changed: Changed) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let chosen = RwSignal::new(opened);
    let save = move |_| {
        deed.run(open_to_partners(chosen.get_untracked()), move |()| changed.say());
    };
    let leaves: Vec<_> = tree
        .leaves()
        .map(|leaf| {
            let path = tree.path(leaf.id);
            let names: Vec<_> = path.iter().map(|it| it.name.as_str()).collect();
            (leaf.id, names.join(" / "))
        })
        .collect();
    let boxes = leaves.into_iter().map(|(id, path)| {
        let checked = chosen.with_untracked(|chosen| chosen.contains(&id));
        let turn = move |on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|known| *known != id);
                chosen.extend(on.then_some(id));
            });
        };
        view! {
            <label class="switch">
                <input type="checkbox" checked=checked on:change:target=move |event| turn(event.target().checked())/>
                {path}
            </label>
        }
    });

    view! {
        <details class="more">
            <summary>{w.partners_open()}</summary>
            <p class="soft">{w.partners_open_hint()}</p>
            <div class="ticks">{boxes.collect_view()}</div>
            <Problem error=deed.error/>
            <Button busy=deed.pending on:click=save>{w.save()}</Button>
        </details>
    }
}
