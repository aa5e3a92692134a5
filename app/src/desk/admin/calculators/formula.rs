use domain::formula::{Function, Mistake};
use domain::invalid::Flaw;
use leptos::html;
use leptos::prelude::*;

use super::editor::editor;
use crate::reader::lang;
use crate::ui::Icon;

/// The formula, and whether it can be calculated, as one types.
#[component]
pub fn FormulaPart() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let node = NodeRef::<html::Textarea>::new();
    let text = editor.text(|def| def.formula.clone());
    let set = editor.set(|def, text| def.formula = text);
    let names = Memo::new(move |_| {
        let def = editor.def.read();
        let names = def.inputs.iter().map(|input| input.name.clone());
        names.filter(|name| !name.is_empty()).collect::<Vec<_>>()
    });
    let insert = Callback::new(move |piece: String| {
        let Some(area) = node.get_untracked() else { return };
        let _ = area.set_range_text(&piece);
        set.run(area.value());
        let _ = area.focus();
    });

    view! {
        <section>
            <h2 id="formula-label">{w.calculator_formula()}</h2>
            <div class="pieces" role="group" aria-label=w.formula_pieces()>
                <For each=move || names.get() key=String::clone let:name>
                    <Piece piece=name insert/>
                </For>
                {Function::ALL.map(|function| view! { <Piece piece=format!("{}()", function.as_str()) insert/> }).collect_view()}
            </div>
            <textarea
                class="input formula"
                node_ref=node
                rows="2"
                maxlength="500"
                spellcheck="false"
                aria-labelledby="formula-label"
                aria-describedby="formula-check"
                placeholder=w.formula_example()
                prop:value=text
                on:input:target=move |event| set.run(event.target().value())
            >{text.get_untracked()}</textarea>
            <Verdict/>
            <details class="help">
                <summary>{w.formula_help()}</summary>
                <dl>
                    {Function::ALL.map(|function| {
                        let (pattern, meaning) = w.function(function);
                        view! { <div><dt><code>{pattern}</code></dt><dd>{meaning}</dd></div> }
                    }).collect_view()}
                    <div><dt><code>"10%   × ÷   > ≥ = ≠"</code></dt><dd>{w.formula_signs()}</dd></div>
                    <div><dt><code>"方式 = \"空运\""</code></dt><dd>{w.formula_texts()}</dd></div>
                </dl>
            </details>
        </section>
    }
}

#[component]
fn Piece(piece: String, insert: Callback<String>) -> impl IntoView {
    let shown = piece.clone();

    view! {
        <button type="button" class="button" data-size="small" on:click=move |_| insert.run(piece.clone())>{shown}</button>
    }
}

/// Right, or wrong at this place.
#[component]
fn Verdict() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let flaw = editor.flaw("formula");
    let verdict = move || match flaw.get() {
        None => view! { <p class="right"><Icon name="check"/>{w.formula_right()}</p> }.into_any(),
        Some(Flaw::Formula { mistake }) => {
            let words = w.mistake(&mistake);
            let text = editor.def.with(|def| def.formula.clone());
            view! { <p class="flaw">{words}</p> <Marked text mistake/> }.into_any()
        }
        Some(flaw) => view! { <p class="flaw">{w.flaw(&flaw)}</p> }.into_any(),
    };

    view! { <div id="formula-check" class="verdict" role="status">{verdict}</div> }
}

/// The formula with the place of the mistake marked.
#[component]
fn Marked(text: String, mistake: Mistake) -> impl IntoView {
    let before: String = text.chars().take(mistake.at).collect();
    let at: String = text.chars().skip(mistake.at).take(1).collect();
    let after: String = text.chars().skip(mistake.at + 1).collect();
    let place = if at.is_empty() { " ".to_owned() } else { at };

    (!text.is_empty())
        .then(|| view! { <code aria-hidden="true">{before}<mark>{place}</mark>{after}</code> })
}
