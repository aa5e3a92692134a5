use domain::calculator::{
    Calculation, CalculatorDef, InputDef, InputKind, NewCalculation, OfferedCalculator, WriteTo,
};
use domain::field::FieldValue;
use domain::invalid::{Flaw, Flaws};
use domain::page::{FieldView, TicketPage};
use leptos::prelude::*;

use crate::desk::api::calculators::calculate;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem, toaster};

/// One calculator: its inputs, what comes out, and keeping it.
#[component]
pub fn CalculatorForm(
    offered: OfferedCalculator,
    /// What stands in the inputs before somebody types; it follows the ticket.
    filled: Memo<Vec<String>>,
) -> impl IntoView {
    let w = lang();
    let OfferedCalculator { id, version, def, .. } = offered;
    let (open, deed, toaster) = (open(), Deed::new(), toaster());
    let def = StoredValue::new(def);
    // What was typed stands over what is filled in.
    let typed = RwSignal::new(vec![None::<String>; def.with_value(|def| def.inputs.len())]);
    let given = Memo::new(move |_| {
        let typed = typed.read();
        let filled = filled.get().into_iter().enumerate();
        filled
            .map(|(at, text)| typed.get(at).cloned().flatten().unwrap_or(text))
            .collect::<Vec<String>>()
    });
    let outcome =
        Memo::new(move |_| def.with_value(|def| def.ready().and_then(|it| it.run(&given.read()))));
    let target = open.part(move |page| def.with_value(|def| target(def, page)));
    let writes = RwSignal::new(true);
    let keep = move |_| {
        let seen = target.get_untracked().filter(|_| writes.get_untracked());
        let write_to = match seen {
            Some((_, seen)) => WriteTo::Field { seen },
            None => WriteTo::Nothing,
        };
        let given = given.get_untracked();
        let new = NewCalculation { calculator: id, version, given, write_to };
        open.act(deed, calculate(open.number, new), move |()| {
            typed.try_update(|typed| typed.fill(None));
            toaster.say(w.calculation_kept());
        });
    };
    let waits = Signal::derive(move || outcome.read().is_err() || deed.pending.get());
    let inputs = def.with_value(|def| def.inputs.clone());
    let inputs = inputs.into_iter().enumerate();
    let (name, hint) = def.with_value(|def| (def.name.clone(), def.hint.clone()));

    view! {
        <details class="calculator-form" name="calculators">
            <summary>
                <strong>{name}</strong>
                <span class="soft">{hint}</span>
            </summary>
            {inputs.map(|(at, input)| view! { <Given at input given typed outcome/> }).collect_view()}
            <Outcome def outcome/>
            {move || target.get().map(|(label, seen)| view! {
                <label class="switch">
                    <input type="checkbox" prop:checked=writes checked=true on:change:target=move |event| writes.set(event.target().checked())/>
                    <span>
                        {w.calculation_write(label)}
                        {seen.map(|seen| view! { <small class="faint">" " {w.calculation_now(seen)}</small> })}
                    </span>
                </label>
            })}
            <Problem error=deed.error/>
            <Button kind="primary" busy=waits on:click=keep>{w.calculation_keep()}</Button>
        </details>
    }
}

#[component]
fn Given(
    at: usize,
    input: InputDef,
    given: Memo<Vec<String>>,
    typed: RwSignal<Vec<Option<String>>>,
    outcome: Memo<Result<Calculation, Flaws>>,
) -> impl IntoView {
    let w = lang();
    let value = Memo::new(move |_| given.read().get(at).cloned().unwrap_or_default());
    let set = move |text: String| {
        typed.update(|typed| {
            if let Some(typed) = typed.get_mut(at) {
                *typed = Some(text);
            }
        });
    };
    // Nobody is blamed for what they have not come to yet.
    let flaw = move || {
        let outcome = outcome.read();
        let flaw = outcome.as_ref().err()?.of(&format!("inputs.{at}"))?;
        (*flaw != Flaw::Blank).then(|| w.flaw(flaw))
    };
    let unit = match &input.kind {
        InputKind::Money => w.unit_yuan().to_owned(),
        InputKind::Percent => "%".to_owned(),
        InputKind::Days => w.unit_days().to_owned(),
        InputKind::Number | InputKind::Choice { .. } => input.unit.clone(),
    };
    let field = match input.kind {
        InputKind::Choice { options } => view! {
            <select class="input" prop:value=value on:change:target=move |event| set(event.target().value())>
                <option value=""></option>
                {options.into_iter().map(|option| {
                    let chosen = option == value.get_untracked();
                    view! { <option value=option.clone() selected=chosen>{option.clone()}</option> }
                }).collect_view()}
            </select>
        }
        .into_any(),
        InputKind::Money | InputKind::Number | InputKind::Percent | InputKind::Days => view! {
            <input class="input num" inputmode="decimal" autocomplete="off" value=value.get_untracked() prop:value=value on:input:target=move |event| set(event.target().value())/>
        }
        .into_any(),
    };

    view! {
        <label class="given">
            <span>{input.name}</span>
            {field}
            <span class="faint">{unit}</span>
            <span class="flaw" role="alert">{flaw}</span>
        </label>
    }
}

/// The result as it would be kept, or why there is none.
#[component]
fn Outcome(
    def: StoredValue<CalculatorDef>,
    outcome: Memo<Result<Calculation, Flaws>>,
) -> impl IntoView {
    let w = lang();
    let (label, kind) = def.with_value(|def| (def.result.label.clone(), def.result.kind));
    let amount = move || match &*outcome.read() {
        Ok(calculation) => w.amount(kind, &calculation.result),
        Err(_) => "—".to_owned(),
    };
    let reason = move || {
        let outcome = outcome.read();
        let flaws = outcome.as_ref().err()?;
        flaws.of("result").or_else(|| flaws.of("formula")).map(|flaw| w.flaw(flaw))
    };

    view! {
        <output class="outcome" aria-live="polite">
            <span>{label}</span>
            <b class="num">{amount}</b>
            <span class="flaw">{reason}</span>
        </output>
    }
}

/// The label of the field the result can be written into, and what stands there.
fn target(def: &CalculatorDef, page: &TicketPage) -> Option<(String, Option<String>)> {
    let key = def.result.field.as_deref()?;
    let FieldView { field, value } = of_form(page).find(|view| view.field.key == key)?;
    Some((field.label.clone(), value.as_ref().map(FieldValue::to_text)))
}

fn of_form(page: &TicketPage) -> impl Iterator<Item = &FieldView> {
    page.fields.iter().filter(|view| view.field.category == page.ticket.category)
}
