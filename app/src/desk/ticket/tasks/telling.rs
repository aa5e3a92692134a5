//! How telling the customer went, and when to call again (D-17).

use domain::event::Told;
use domain::invalid::{Flaw, Flaws};
use domain::time::{Span, Timestamp};
use leptos::prelude::*;

use crate::desk::pick_time::{PickTime, at_hour, morning};
use crate::error::AppError;
use crate::reader::{lang, now, reader};

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Told,
    Unreachable,
    CallBack,
}

#[derive(Clone, Copy)]
pub struct Telling {
    how: RwSignal<How>,
    again_at: RwSignal<Option<Timestamp>>,
}

impl Telling {
    pub fn new() -> Self {
        let tomorrow = morning(now().get_untracked(), 1, reader().offset);
        Self { how: RwSignal::new(How::Told), again_at: RwSignal::new(Some(tomorrow)) }
    }

    /// To call back takes a time.
    pub fn said(self) -> Result<Told, AppError> {
        match (self.how.get_untracked(), self.again_at.get_untracked()) {
            (How::Told, _) => Ok(Told::Told),
            (How::Unreachable, _) => Ok(Told::Unreachable),
            (How::CallBack, Some(at)) => Ok(Told::CallBack { at }),
            (How::CallBack, None) => Err(AppError::Invalid(Flaws::one("told.at", Flaw::Blank))),
        }
    }
}

#[component]
pub fn HowTold(telling: Telling, #[prop(into)] error: Signal<Option<AppError>>) -> impl IntoView {
    let w = lang();
    let Telling { how, again_at } = telling;
    let choice = move |value: How, label: &'static str| {
        view! {
            <label class="switch">
                <input type="radio" name="told" checked=value == How::Told on:change=move |_| how.set(value)/>
                {label}
            </label>
        }
    };

    view! {
        <fieldset class="choices">
            <legend>{w.told_how()}</legend>
            {choice(How::Told, w.told_told())}
            {choice(How::Unreachable, w.told_unreachable())}
            {choice(How::CallBack, w.told_call_back())}
        </fieldset>
        <Show when=move || how.get() == How::CallBack>
            <PickTime label=w.told_again_at() name="told.at" presets=soon() chosen=again_at error/>
        </Show>
    }
}

/// What is still to come today, and tomorrow.
fn soon() -> Vec<(&'static str, Timestamp)> {
    let (w, offset) = (lang(), reader().offset);
    let now = now().get_untracked();
    let afternoon = at_hour(now, 0, 15, offset);
    let mut times = vec![(w.told_in_an_hour(), now + Span::hours(1))];
    times.extend((afternoon > now).then_some((w.told_this_afternoon(), afternoon)));
    times.push((w.wake_tomorrow(), morning(now, 1, offset)));
    times
}
