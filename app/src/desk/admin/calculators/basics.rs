use domain::category::CategoryTree;
use leptos::prelude::*;

use super::categories::Categories;
use super::cell::FlawLine;
use super::editor::editor;
use crate::reader::lang;

/// What it is called, when it is used, and where it is offered.
#[component]
pub fn Basics(tree: CategoryTree) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let name = editor.text(|def| def.name.clone());
    let hint = editor.text(|def| def.hint.clone());
    let (set_name, set_hint) =
        (editor.set(|def, text| def.name = text), editor.set(|def, text| def.hint = text));

    view! {
        <section class="basics">
            <label class="field">
                <span class="label">{w.calculator_name()}</span>
                <input class="input" maxlength="80" value=name.get_untracked() prop:value=name on:input:target=move |event| set_name.run(event.target().value())/>
                <FlawLine flaw=editor.flaw("name")/>
            </label>
            <label class="field">
                <span class="label">{w.calculator_hint()} <span class="optional">{w.optional()}</span></span>
                <input class="input" maxlength="500" placeholder=w.calculator_hint_example() value=hint.get_untracked() prop:value=hint on:input:target=move |event| set_hint.run(event.target().value())/>
                <FlawLine flaw=editor.flaw("hint")/>
            </label>
            <Categories tree/>
        </section>
    }
}
