//! Laying a requirement with a deadline over one ticket or many: three taps where the usual words do.

use domain::id::TicketNumber;
use domain::invalid::{Flaw, Flaws};
use domain::page::Handed;
use domain::time::{Span, Timestamp};
use leptos::prelude::*;

use crate::desk::api::supervising::supervise;
use crate::desk::pick_time::{PickTime, at_hour};
use crate::desk::refusals::Refusals;
use crate::error::AppError;
use crate::live::live;
use crate::reader::{lang, now, reader};
use crate::ui::{Button, Deed, Field, Problem, toaster};

/// When a working day ends.
const EVENING: i64 = 18;
/// Hours between two reports.
const RHYTHMS: [u16; 3] = [4, 24, 48];

#[component]
pub fn OrderForm(tickets: Vec<TicketNumber>, #[prop(into)] done: Callback<()>) -> impl IntoView {
    let refused = RwSignal::new(Vec::<Handed>::new());
    let all = tickets.len();
    let tickets = StoredValue::new(tickets);

    view! {
        <Show
            when=move || refused.read().is_empty()
            fallback=move || {
                let refused = refused.get();
                let said = lang().supervise_some_done(all - refused.len(), refused.len());
                view! { <Refusals said refused done/> }
            }
        >
            <Order tickets refused done/>
        </Show>
    }
}

#[component]
fn Order(
    tickets: StoredValue<Vec<TicketNumber>>,
    refused: RwSignal<Vec<Handed>>,
    done: Callback<()>,
) -> impl IntoView {
    let w = lang();
    let live = live();
    let (deed, toaster) = (Deed::new(), toaster());
    let requirement = RwSignal::new(w.supervise_usual().to_owned());
    let tomorrow = at_hour(now().get_untracked(), 1, EVENING, reader().offset);
    let deadline = RwSignal::new(Some(tomorrow));
    let report_every = RwSignal::new(None::<u16>);
    let issue = move |_| {
        let Some(deadline) = deadline.get_untracked() else {
            let blank = Flaws::one("deadline", Flaw::Blank);
            return deed.error.set(Some(AppError::Invalid(blank)));
        };
        let words = requirement.get_untracked();
        let tickets = tickets.get_value();
        let work = supervise(tickets.clone(), words, deadline, report_every.get_untracked());
        deed.run(work, move |mut answers| {
            for ticket in tickets {
                live.touch(ticket);
            }
            answers.retain(|answer| answer.refused.is_some());
            if answers.is_empty() {
                toaster.say(w.supervise_done());
                done.run(());
            } else {
                refused.set(answers);
            }
        });
    };
    let rhythms = RHYTHMS.map(|hours| {
        view! { <option value=hours.to_string()>{w.supervise_every(w.span(Span::hours(hours.into())))}</option> }
    });

    view! {
        <PickTime label=w.supervise_deadline() name="deadline" presets=soon() chosen=deadline error=deed.error/>
        <Field label=w.supervise_requirement() name="requirement" error=deed.error>
            <textarea
                class="input"
                name="requirement"
                maxlength="500"
                aria-describedby="requirement-flaw"
                prop:value=requirement.get_untracked()
                on:input:target=move |event| requirement.set(event.target().value())
            ></textarea>
        </Field>
        <label class="field">
            <span class="label">{w.supervise_rhythm()}</span>
            <select class="input" on:change:target=move |event| report_every.set(event.target().value().parse().ok())>
                <option value="">{w.supervise_no_rhythm()}</option>
                {rhythms.collect_view()}
            </select>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=issue>{w.supervise_issue()}</Button>
        </div>
    }
}

/// The end of today, while that is still to come, and of the next days.
fn soon() -> Vec<(&'static str, Timestamp)> {
    let (w, offset) = (lang(), reader().offset);
    let now = now().get_untracked();
    let tonight = at_hour(now, 0, EVENING, offset);
    let mut times = vec![(w.supervise_four_hours(), now + Span::hours(4))];
    times.extend((tonight > now).then_some((w.supervise_tonight(), tonight)));
    times.push((w.supervise_tomorrow(), at_hour(now, 1, EVENING, offset)));
    times.push((w.wake_three_days(), at_hour(now, 3, EVENING, offset)));
    times
}
