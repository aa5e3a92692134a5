//! Choosing when: one of a few times that are often meant, or any other.

use domain::time::{Span, Timestamp};
use leptos::prelude::*;

use crate::error::AppError;
use crate::reader::{lang, reader};
use crate::when::{Civil, date_of, parse_local, start_of};

#[component]
pub fn PickTime(
    label: &'static str,
    /// As the server calls it.
    name: &'static str,
    presets: Vec<(&'static str, Timestamp)>,
    chosen: RwSignal<Option<Timestamp>>,
    #[prop(into)] error: Signal<Option<AppError>>,
) -> impl IntoView {
    let w = lang();
    let offset = reader().offset;
    let [label_id, flaw_id] = ["label", "flaw"].map(|part| format!("{name}-{part}"));
    let local = move || chosen.get().map(|at| Civil::at(at, offset).iso()).unwrap_or_default();
    let flaw = Memo::new(move |_| error.read().as_ref()?.flaw(name).map(|flaw| w.flaw(&flaw)));
    let preset = move |(label, at): (&'static str, Timestamp)| {
        let pressed = move || if chosen.get() == Some(at) { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="button"
                data-size="small"
                aria-pressed=pressed
                on:click=move |_| chosen.set(Some(at))
            >
                {label}
            </button>
        }
    };

    view! {
        <div class="field" data-flawed=move || flaw.read().is_some().then_some("")>
            <span class="label" id=label_id.clone()>{label}</span>
            <div class="presets" role="group" aria-labelledby=label_id.clone()>
                {presets.into_iter().map(preset).collect_view()}
            </div>
            <input
                class="input num"
                type="datetime-local"
                name=name
                aria-labelledby=label_id
                aria-describedby=flaw_id.clone()
                prop:value=local
                on:change:target=move |event| chosen.set(parse_local(&event.target().value(), offset))
            />
            <span class="flaw" id=flaw_id role="alert" hidden=move || flaw.read().is_none()>
                {move || flaw.get()}
            </span>
        </div>
    }
}

/// Nine o'clock, so many days from now.
pub fn morning(now: Timestamp, days: i64, offset: i32) -> Timestamp {
    at_hour(now, days, 9, offset)
}

/// A full hour of the day so many days from now.
pub fn at_hour(now: Timestamp, days: i64, hour: i64, offset: i32) -> Timestamp {
    start_of(date_of(now, offset) + days, offset) + Span::hours(hour)
}
