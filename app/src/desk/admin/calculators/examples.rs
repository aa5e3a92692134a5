use domain::calculator::{CalculatorDef, Example};
use domain::invalid::{Flaw, Flaws};
use leptos::prelude::*;

use super::cell::{Cell, FlawLine};
use super::editor::{Editor, editor};
use crate::reader::lang;
use crate::ui::{Button, Chip, Icon};

/// What has to come out of what, checked with every key.
#[component]
pub fn Examples() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let count = Memo::new(move |_| editor.def.read().examples.len());
    let names = Memo::new(move |_| {
        editor.def.read().inputs.iter().map(|input| input.name.clone()).collect::<Vec<_>>()
    });
    let full = move || count.get() >= CalculatorDef::MAX_EXAMPLES;

    view! {
        <section>
            <h2>{w.calculator_examples()}</h2>
            <p class="soft">{w.calculator_examples_hint()}</p>
            <table class="sheet" data-empty=move || (count.get() == 0).then_some("")>
                <thead>
                    <tr>
                        <For each=move || names.get().into_iter().enumerate() key=Clone::clone let:name>
                            <th scope="col">{name.1}</th>
                        </For>
                        <th scope="col">{w.example_expected()}</th>
                        <th scope="col">{w.example_got()}</th>
                        <th scope="col"><span class="aside-for-readers">{w.remove()}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || 0..count.get() key=|at| *at let:at><Row at names/></For>
                </tbody>
            </table>
            <FlawLine flaw=editor.flaw("examples")/>
            <div>
                <Button busy=Signal::derive(full) on:click=move |_| add(editor)>
                    <Icon name="plus"/>{w.example_add()}
                </Button>
            </div>
        </section>
    }
}

#[component]
fn Row(at: usize, names: Memo<Vec<String>>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let n = at + 1;
    let given = move |place: usize| {
        let text = editor.text(move |def| {
            let example = def.examples.get(at).and_then(|example| example.given.get(place));
            example.cloned().unwrap_or_default()
        });
        let set = editor.set(move |def, text| set_given(def, at, place, text));
        (text, set)
    };
    let expected = editor
        .text(move |def| def.examples.get(at).map(|it| it.expected.clone()).unwrap_or_default());
    let set_expected = editor.set(move |def, text| {
        if let Some(example) = def.examples.get_mut(at) {
            example.expected = text;
        }
    });
    let remove = move |_| {
        editor.def.update(|def| {
            if at < def.examples.len() {
                def.examples.remove(at);
            }
        });
    };

    view! {
        <tr>
            <For each=move || names.get().into_iter().enumerate() key=Clone::clone let:name>
                {
                    let (place, name) = name;
                    let (value, set) = given(place);
                    view! {
                        <td data-label=name.clone()>
                            <Cell label=w.example_nth(n, &name) value set flaw=editor.flaw(format!("examples.{at}.inputs.{place}"))/>
                        </td>
                    }
                }
            </For>
            <td data-label=w.example_expected()>
                <Cell label=w.example_nth(n, w.example_expected()) value=expected set=set_expected flaw=blank_only(editor.flaw(format!("examples.{at}.expected")))/>
            </td>
            <td data-label=w.example_got()><Got at/></td>
            <td class="end">
                <button type="button" class="quiet-act" aria-label=w.example_nth(n, w.remove()) on:click=remove>
                    <Icon name="x"/>
                </button>
            </td>
        </tr>
    }
}

/// What comes out of it now, and whether that is right.
#[component]
fn Got(at: usize) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let got = Memo::new(move |_| {
        let def = editor.def.read();
        let example = def.examples.get(at)?;
        Some((outcome(&def, example), def.result.kind))
    });
    let flawed = move || {
        let here = format!("examples.{at}.");
        editor.flaws().read().0.iter().any(|flaw| flaw.field.starts_with(&here))
    };

    move || {
        let (outcome, kind) = got.get()?;
        let view = match outcome {
            Ok(result) if flawed() => view! {
                <Chip tone=Some("late")><Icon name="x"/>{w.amount(kind, &result)}</Chip>
            }
            .into_any(),
            Ok(result) => view! {
                <Chip tone=Some("good")><Icon name="check"/>{w.amount(kind, &result)}</Chip>
            }
            .into_any(),
            Err(Some(flaw)) => view! { <span class="flaw">{w.flaw(&flaw)}</span> }.into_any(),
            Err(None) => view! { <span class="faint">"—"</span> }.into_any(),
        };
        Some(view)
    }
}

/// What is wrong with the formula is said there; what is wrong with the inputs, at them.
fn outcome(def: &CalculatorDef, example: &Example) -> Result<String, Option<Flaw>> {
    let reason = |flaws: Flaws| flaws.of("result").or_else(|| flaws.of("formula")).cloned();
    let calculator = def.ready().map_err(|_| None)?;
    calculator.run(&example.given).map(|it| it.result).map_err(reason)
}

/// A different result is shown beside it, and not said twice.
fn blank_only(flaw: Signal<Option<Flaw>>) -> Signal<Option<Flaw>> {
    Signal::derive(move || flaw.get().filter(|it| !matches!(it, Flaw::ComesOutAs { .. })))
}

fn add(editor: Editor) {
    editor.def.update(|def| {
        let given = def.inputs.iter().map(|input| input.default.clone()).collect();
        def.examples.push(Example { given, expected: String::new() });
    });
}

fn set_given(def: &mut CalculatorDef, at: usize, place: usize, text: String) {
    let count = def.inputs.len();
    if let Some(example) = def.examples.get_mut(at) {
        example.given.resize(count, String::new());
        if let Some(given) = example.given.get_mut(place) {
            *given = text;
        }
    }
}
