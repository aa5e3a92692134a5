//! The steps as a table: in order, each with who does it and where it leads.

pub mod add;
mod row;

use domain::flow::StepKey;
use leptos::prelude::*;

use super::state::editor;
use crate::reader::lang;
use add::AddStep;
use row::Row;

/// A row on its way to another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moving {
    from: usize,
    over: usize,
}

#[component]
pub fn Table() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let moving = RwSignal::new(None::<Moving>);
    let keys = Memo::new(move |_| {
        let flow = editor.draft.read();
        flow.steps.iter().map(|step| step.key.clone()).collect::<Vec<StepKey>>()
    });

    view! {
        <section class="flow-steps" aria-label=w.flow_table()>
            <header>
                <h2>{w.flow_table()}</h2>
                <small class="soft wide-only">{w.step_keys()}</small>
                <AddStep/>
            </header>
            <table data-moving=move || moving.get().map(|_| "")>
                <thead><tr>
                    <th><span class="aside-for-readers">{w.step_number()}</span></th>
                    <th>{w.step_name()}</th>
                    <th>{w.step_owner()}</th>
                    <th>{w.step_then()}</th>
                    <th><span class="aside-for-readers">{w.more()}</span></th>
                </tr></thead>
                <tbody>
                    <For each=move || keys.get() key=StepKey::clone let:key>
                        <Row key moving/>
                    </For>
                </tbody>
            </table>
        </section>
    }
}
