//! Where a step leads: rows that read "when … and … then go to …".

use domain::flow::{StepKey, Transition};
use leptos::prelude::*;

use super::way::Way;
use crate::desk::admin::flows::parts::Add;
use crate::desk::admin::flows::state::editor;
use crate::reader::lang;

#[component]
pub fn Ways(key: StepKey) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let step = editor.step(&key);
    let many = Memo::new(move |_| step.read().next.len());
    let of = key.clone();
    let add = move |()| {
        editor.change_step(&of, |step| {
            let first = step.kind.outcomes().into_iter().next();
            let on = first.filter(|_| step.kind.outcomes().len() > 1);
            let to = step.leads_on().cloned();
            // Above what takes everything, so that it can be taken at all.
            let place = step
                .next
                .iter()
                .position(|way| way.when.is_empty() && (way.on == on || way.on.is_none()));
            let place = place.unwrap_or(step.next.len());
            step.next.insert(place, Transition { on, when: Vec::new(), to });
        });
    };

    view! {
        <fieldset class="field rows ways">
            <legend class="label">{w.ways()}</legend>
            <span class="help">{w.ways_hint()}</span>
            <ol>
                <For each=move || 0..many.get() key=|place| *place let:place>
                    <Way key=key.clone() place/>
                </For>
            </ol>
            <Add label=w.way_add() act=add/>
        </fieldset>
    }
    .into_any()
}
