use domain::category::CategoryTree;
use domain::id::CategoryId;
use leptos::prelude::*;

use super::cell::FlawLine;
use super::editor::editor;
use crate::reader::lang;
use crate::ui::Icon;

/// The branches and leaves it is offered under; none of them is all of them.
#[component]
pub fn Categories(tree: CategoryTree) -> impl IntoView {
    let w = lang();

    view! {
        <div class="field where">
            <span class="label" id="where-label">{w.calculator_where()}</span>
            <Chosen tree/>
            <FlawLine flaw=editor().flaw("categories")/>
        </div>
    }
}

#[component]
fn Chosen(tree: CategoryTree) -> impl IntoView {
    let w = lang();
    let def = editor().def;
    let chosen = Memo::new(move |_| def.read().categories.clone());
    let tree = StoredValue::new(tree);
    let path = move |id: CategoryId| tree.with_value(|tree| tree.path_names(id).join(" / "));
    let remove = move |id: CategoryId| def.update(|def| def.categories.retain(|it| *it != id));
    let add = move |id: Option<CategoryId>| {
        if let Some(id) = id.filter(|id| !chosen.get_untracked().contains(id)) {
            def.update(|def| def.categories.push(id));
        }
    };
    let options = move || {
        let all = tree.with_value(|tree| tree.0.iter().map(|it| it.id).collect::<Vec<_>>());
        let left = all.into_iter().filter(|id| !chosen.read().contains(id));
        left.map(|id| view! { <option value=id.to_string()>{path(id)}</option> }).collect_view()
    };

    view! {
        <ul class="chosen" aria-labelledby="where-label">
            {move || chosen.read().is_empty().then(|| view! { <li class="faint">{w.calculator_everywhere()}</li> })}
            <For each=move || chosen.get() key=|id| *id let:id>
                <li class="chip">
                    {path(id)}
                    <button type="button" aria-label=w.calculator_not_in(path(id)) on:click=move |_| remove(id)>
                        <Icon name="x"/>
                    </button>
                </li>
            </For>
        </ul>
        <select
            class="input"
            aria-label=w.calculator_add_where()
            on:change:target=move |event| {
                add(event.target().value().parse().ok());
                event.target().set_value("");
            }
        >
            <option value="">{w.calculator_add_where()}</option>
            {options}
        </select>
    }
}
