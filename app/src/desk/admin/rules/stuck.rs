use domain::stuck::Thresholds;
use leptos::prelude::*;

use crate::desk::api::rules::set_stuck_thresholds;
use crate::reader::lang;
use crate::ui::{Deed, Field, Problem, toaster};

/// From where on a ticket is said to run badly.
#[component]
pub fn StuckForm(now: Thresholds) -> impl IntoView {
    let w = lang();
    let (deed, toaster) = (Deed::new(), toaster());
    let [sample, transfers, reopens] =
        [now.sample, now.transfers, now.reopens].map(|n| RwSignal::new(n.to_string()));
    // What is no number is zero, and zero is refused at its field.
    let read = |text: RwSignal<String>| text.get_untracked().trim().parse().unwrap_or_default();
    let save = move || {
        let new =
            Thresholds { sample: read(sample), transfers: read(transfers), reopens: read(reopens) };
        deed.run(set_stuck_thresholds(new), move |()| toaster.say(w.rules_saved()));
    };
    let number = move |name: &'static str, label: &'static str, text: RwSignal<String>| {
        view! {
            <Field label name error=deed.error>
                <input class="input num" type="number" name=name min="1" max=Thresholds::MOST.to_string() required aria-describedby=format!("{name}-flaw") prop:value=text value=text.get_untracked() on:input:target=move |event| text.set(event.target().value())/>
            </Field>
        }
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); save(); }>
            <h2>{w.rules_stuck()}</h2>
            <p class="soft">{w.rules_stuck_hint()}</p>
            {number("transfers", w.rules_stuck_transfers(), transfers)}
            {number("reopens", w.rules_stuck_reopens(), reopens)}
            {number("sample", w.rules_stuck_sample(), sample)}
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=deed.pending>{w.save()}</button>
            </div>
        </form>
    }
}
