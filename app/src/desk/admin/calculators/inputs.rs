use domain::calculator::{Example, InputDef, InputKind};
use leptos::prelude::*;

use super::cell::{Cell, FlawLine, Pick};
use super::editor::{Editor, editor};
use super::source::SourcePick;
use crate::reader::lang;
use crate::ui::{Button, Icon};

/// What the calculator is given, a row for each.
#[component]
pub fn Inputs() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let count = Memo::new(move |_| editor.def.read().inputs.len());
    let full = move || count.get() >= domain::calculator::CalculatorDef::MAX_INPUTS;

    view! {
        <section>
            <h2>{w.calculator_inputs()}</h2>
            <p class="soft">{w.calculator_inputs_hint()}</p>
            <table class="sheet" data-empty=move || (count.get() == 0).then_some("")>
                <thead>
                    <tr>
                        <th scope="col">{w.input_name()}</th>
                        <th scope="col">{w.input_kind()}</th>
                        <th scope="col">{w.input_unit()}</th>
                        <th scope="col">{w.input_source()}</th>
                        <th scope="col">{w.input_default()}</th>
                        <th scope="col"><span class="aside-for-readers">{w.remove()}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || 0..count.get() key=|at| *at let:at><Row at/></For>
                </tbody>
            </table>
            <div>
                <Button busy=Signal::derive(full) on:click=move |_| add(editor)>
                    <Icon name="plus"/>{w.input_add()}
                </Button>
            </div>
        </section>
    }
}

#[component]
fn Row(at: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let n = at + 1;
    let kinds = InputKind::all().map(|kind| (kind.as_str().to_owned(), w.input_kind_word(&kind)));
    let is_choice = editor.input(at, |input| matches!(input.kind, InputKind::Choice { .. }));

    view! {
        <tr>
            <td data-label=w.input_name()>
                <Cell label=w.input_nth(n, w.input_name()) value=editor.input(at, |it| it.name.clone()) set=editor.set_input(at, |it, text| it.name = text) flaw=editor.flaw(format!("inputs.{at}.name")) hint=w.input_name_example()/>
            </td>
            <td data-label=w.input_kind()>
                <Pick label=w.input_nth(n, w.input_kind()) value=editor.input(at, |it| it.kind.as_str().to_owned()) set=editor.set_input(at, |it, code| become_kind(it, &code)) options=kinds.into()/>
            </td>
            <td data-label=w.input_unit()>
                <Show
                    when=move || is_choice.get()
                    fallback=move || view! {
                        <Cell label=w.input_nth(n, w.input_unit()) value=editor.input(at, |it| it.unit.clone()) set=editor.set_input(at, |it, text| it.unit = text) flaw=editor.flaw(format!("inputs.{at}.unit"))/>
                    }
                >
                    <Cell label=w.input_nth(n, w.input_options()) value=editor.input(at, options) set=editor.set_input(at, set_options) flaw=editor.flaw(format!("inputs.{at}.kind")) hint=w.input_options_example()/>
                </Show>
            </td>
            <td data-label=w.input_source()>
                <SourcePick at/>
                <FlawLine flaw=editor.flaw(format!("inputs.{at}.source"))/>
            </td>
            <td data-label=w.input_default()>
                <Cell label=w.input_nth(n, w.input_default()) value=editor.input(at, |it| it.default.clone()) set=editor.set_input(at, |it, text| it.default = text) flaw=editor.flaw(format!("inputs.{at}.default"))/>
            </td>
            <td class="end">
                <button type="button" class="quiet-act" aria-label=w.input_nth(n, w.remove()) on:click=move |_| remove(editor, at)>
                    <Icon name="x"/>
                </button>
            </td>
        </tr>
    }
}

/// Every example gets a place for it.
fn add(editor: Editor) {
    editor.def.update(|def| {
        def.inputs.push(InputDef::default());
        let count = def.inputs.len();
        def.examples.iter_mut().for_each(|it| it.given.resize(count, String::new()));
    });
}

fn remove(editor: Editor, at: usize) {
    editor.def.update(|def| {
        if at < def.inputs.len() {
            def.inputs.remove(at);
        }
        for Example { given, .. } in &mut def.examples {
            if at < given.len() {
                given.remove(at);
            }
        }
    });
}

fn become_kind(input: &mut InputDef, code: &str) {
    if let Some(kind) = InputKind::all().into_iter().find(|kind| kind.as_str() == code) {
        input.kind = kind;
        input.source = None;
    }
}

/// Several in one line: `空运 / 陆运`.
fn options(input: &InputDef) -> String {
    match &input.kind {
        InputKind::Choice { options } => options.join(" / "),
        InputKind::Money | InputKind::Number | InputKind::Percent | InputKind::Days => {
            String::new()
        }
    }
}

fn set_options(input: &mut InputDef, text: String) {
    let options = text.split(['/', '／', '、']).map(|option| option.trim().to_owned()).collect();
    input.kind = InputKind::Choice { options };
}
