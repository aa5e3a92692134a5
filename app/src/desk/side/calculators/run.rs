use domain::calculator::{CalculationView, Recomputed};
use leptos::prelude::*;

use crate::reader::lang;
use crate::ui::{Chip, Happened, Icon};

/// What was calculated, by whom, from what; and that it still comes out.
#[component]
pub fn Run(run: CalculationView) -> impl IntoView {
    let w = lang();
    let CalculationView {
        name, version, label, kind, calculation, field, by, at, recomputed, ..
    } = run;
    let given = calculation.given.into_iter().map(|given| {
        view! { <div class="pair"><dt>{given.name}</dt><dd class="num">{given.text}</dd></div> }
    });

    view! {
        <li>
            <details>
                <summary>
                    <span class="line">
                        <b class="num">{w.amount(kind, &calculation.result)}</b>
                        {match recomputed {
                            Recomputed::Same => view! {
                                <Chip tone=Some("good")><Icon name="check"/>{w.recomputed_same()}</Chip>
                            }.into_any(),
                            Recomputed::Differs { now } => view! {
                                <Chip tone=Some("late")>{w.recomputed_differs(w.amount(kind, &now))}</Chip>
                            }.into_any(),
                            Recomputed::Fails => view! {
                                <Chip tone=Some("late")>{w.recomputed_fails()}</Chip>
                            }.into_any(),
                        }}
                    </span>
                    <small class="faint">
                        {w.calculation_by(name, version)} " · "
                        {by.unwrap_or_else(|| w.the_desk().to_owned())} " · " <Happened at/>
                    </small>
                </summary>
                <dl>
                    {given.collect_view()}
                    <div class="pair"><dt>{label}</dt><dd class="num">{w.amount(kind, &calculation.result)}</dd></div>
                    {field.map(|field| view! { <div class="pair"><dt>{w.result_field()}</dt><dd>{field}</dd></div> })}
                </dl>
            </details>
        </li>
    }
}
