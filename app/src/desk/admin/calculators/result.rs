use domain::calculator::{ResultDef, ResultKind, RoundTo};
use domain::formula::Rounding;
use leptos::prelude::*;

use super::cell::{Cell, FlawLine, Pick};
use super::editor::editor;
use super::source::fields;
use crate::reader::lang;

/// What comes out: its name, how it is rounded, its limits, and where it is written.
#[component]
pub fn ResultPart() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let kinds = ResultKind::ALL.map(|kind| (kind.as_str().to_owned(), w.result_kind(kind)));
    let roundings = Rounding::ALL.map(|how| (how.as_str().to_owned(), w.rounding(how)));
    let kind = Memo::new(move |_| editor.def.read().result.kind);
    let units = move || {
        RoundTo::ALL.map(|unit| (unit.as_str().to_owned(), w.round_to(kind.get(), unit))).into()
    };
    let text = move |of: fn(&ResultDef) -> String| editor.text(move |def| of(&def.result));
    let set = move |set: fn(&mut ResultDef, String)| {
        editor.set(move |def, text| set(&mut def.result, text))
    };

    view! {
        <section>
            <h2>{w.calculator_result()}</h2>
            <div class="result-fields">
                <div class="field">
                    <span class="label">{w.result_label()}</span>
                    <Cell label=w.result_label() value=text(|it| it.label.clone()) set=set(|it, text| it.label = text) flaw=editor.flaw("result.label") hint=w.result_label_example()/>
                </div>
                <div class="field">
                    <span class="label">{w.result_kind_label()}</span>
                    <Pick label=w.result_kind_label() value=text(|it| it.kind.as_str().to_owned()) set=set(become_kind) options=kinds.into()/>
                </div>
                <div class="field">
                    <span class="label">{w.result_unit()}</span>
                    {move || view! { <Pick label=w.result_unit() value=text(|it| it.round_to.as_str().to_owned()) set=set(round_to) options=units()/> }}
                </div>
                <div class="field">
                    <span class="label">{w.result_rounding()}</span>
                    <Pick label=w.result_rounding() value=text(|it| it.rounding.as_str().to_owned()) set=set(round) options=roundings.into()/>
                </div>
                <div class="field">
                    <span class="label">{w.result_least()} <span class="optional">{w.optional()}</span></span>
                    <Cell label=w.result_least() value=text(|it| it.least.clone()) set=set(|it, text| it.least = text) flaw=editor.flaw("result.least")/>
                </div>
                <div class="field">
                    <span class="label">{w.result_most()} <span class="optional">{w.optional()}</span></span>
                    <Cell label=w.result_most() value=text(|it| it.most.clone()) set=set(|it, text| it.most = text) flaw=editor.flaw("result.most")/>
                </div>
                <FieldPick/>
            </div>
        </section>
    }
}

/// The field of the form the result may be written into.
#[component]
fn FieldPick() -> impl IntoView {
    let w = lang();
    let (editor, fields) = (editor(), fields());
    let value = editor.text(|def| def.result.field.clone().unwrap_or_default());
    let set = editor.set(|def, key| def.result.field = Some(key).filter(|key| !key.is_empty()));
    let fitting = Memo::new(move |_| {
        let result = editor.def.read().result.clone();
        let fits = fields.get().into_iter().filter(|field| result.fits_into(&field.kind));
        let mut fitting: Vec<_> = fits.map(|field| (field.key, field.label)).collect();
        if let Some(key) = result.field.filter(|key| fitting.iter().all(|(it, _)| it != key)) {
            fitting.push((key.clone(), key));
        }
        fitting
    });
    let options = move || {
        let options = fitting.get().into_iter().map(|(key, label)| {
            let chosen = value.get() == key;
            view! { <option value=key selected=chosen>{label}</option> }
        });
        options.collect_view()
    };

    view! {
        <div class="field">
            <span class="label">{w.result_field()} <span class="optional">{w.optional()}</span></span>
            <select class="input" aria-label=w.result_field() on:change:target=move |event| set.run(event.target().value())>
                <option value="" selected=move || value.read().is_empty()>{w.result_no_field()}</option>
                {options}
            </select>
            <FlawLine flaw=editor.flaw("result.field")/>
        </div>
    }
}

fn become_kind(result: &mut ResultDef, code: String) {
    if let Some(kind) = ResultKind::ALL.into_iter().find(|kind| kind.as_str() == code) {
        result.kind = kind;
    }
}

fn round_to(result: &mut ResultDef, code: String) {
    if let Some(unit) = RoundTo::ALL.into_iter().find(|unit| unit.as_str() == code) {
        result.round_to = unit;
    }
}

fn round(result: &mut ResultDef, code: String) {
    if let Some(how) = Rounding::ALL.into_iter().find(|how| how.as_str() == code) {
        result.rounding = how;
    }
}
