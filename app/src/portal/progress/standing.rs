//! How it stands, in words: what happens now, by when, who answers for it.

use domain::page::{ProgressPage, StepState};
use domain::state::{StateCategory, TicketState};
use leptos::prelude::*;

use super::Watch;
use super::track::Track;
use crate::reader::{lang, now, reader};
use crate::when;
use crate::words::Lang;

#[component]
pub fn Standing(watch: Watch) -> impl IntoView {
    let w = lang();
    let ticket = watch.ticket;
    let number = ticket.with_untracked(|ticket| ticket.number.to_string());
    let headline = move || ticket.with(|ticket| headline(ticket, w));
    let subject = move || ticket.with(|ticket| ticket.subject.clone());
    view! {
        <section class="state" aria-labelledby="now">
            <div class="numbered">
                <Crumb watch/>
                <span class="chip num">{number}</span>
            </div>
            <h1 id="now" aria-live="polite">{headline}</h1>
            <p class="when"><Expected watch/></p>
            <p class="subject">{subject}</p>
            <Track watch/>
            <Facts watch/>
        </section>
    }
}

#[component]
fn Crumb(watch: Watch) -> impl IntoView {
    let parts = move || {
        let names = watch.ticket.with(|ticket| ticket.category.clone());
        let last = names.len().saturating_sub(1);
        let part = |(at, name): (usize, String)| {
            let separator = (at > 0).then(|| view! { <i aria-hidden="true">"/"</i> });
            let name =
                if at == last { view! { <b>{name}</b> }.into_any() } else { name.into_any() };
            view! { {separator} {name} }
        };
        names.into_iter().enumerate().map(part).collect_view()
    };
    view! { <span class="crumb">{parts}</span> }
}

/// What happens now, as the customer would say it.
fn headline(ticket: &ProgressPage, w: Lang) -> String {
    let step = ticket.steps.iter().find(|step| step.state == StepState::Now);
    if ticket.question.is_some() {
        return w.portal_now_question().into();
    }
    match ticket.state {
        TicketState::Submitted | TicketState::ToClaim => w.portal_now_new().into(),
        TicketState::Assigned | TicketState::InProgress => match step {
            Some(step) => w.portal_now_step(&step.name),
            None => w.portal_now_open().into(),
        },
        TicketState::AwaitingCustomer => w.portal_now_you().into(),
        TicketState::AwaitingThirdParty => w.portal_now_third().into(),
        TicketState::Suspended => w.portal_now_suspended().into(),
        TicketState::Resolved => w.portal_now_resolved().into(),
        TicketState::Closed | TicketState::Archived => w.portal_now_closed().into(),
        TicketState::Rejected => w.portal_now_rejected().into(),
        TicketState::Merged => w.portal_now_merged().into(),
    }
}

#[component]
fn Expected(watch: Watch) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let clock = now();
    let by = move || {
        let (state, expected, resolved) =
            watch.ticket.with(|it| (it.state.category(), it.expected_at, it.resolved_at));
        let now = clock.get();
        let say = |at| when::absolute(at, now, &reader);
        match (state, expected, resolved) {
            (StateCategory::Resolved | StateCategory::Closed, _, Some(at)) => {
                w.portal_ended_at(say(at))
            }
            (StateCategory::Resolved | StateCategory::Closed, ..) => String::new(),
            (_, Some(at), _) if at < now => w.portal_late(say(at)),
            (_, Some(at), _) => w.portal_expected(say(at)),
            (StateCategory::Waiting, None, _) => w.portal_clock_stands().into(),
            (StateCategory::New | StateCategory::Open, None, _) => w.portal_soon().into(),
        }
    };
    let owner = move || {
        let (owner, over) = watch.ticket.with(|it| (it.owner.clone(), it.is_over()));
        match owner {
            Some(name) if over => w.portal_was_owner(name),
            Some(name) => w.portal_owner(name),
            None => String::new(),
        }
    };
    view! { <b>{by}</b> " " <span>{owner}</span> }
}

/// What has been counted.
#[component]
fn Facts(watch: Watch) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let clock = now();
    let filed = move || {
        let at = watch.ticket.with(|ticket| ticket.created_at);
        w.portal_filed_at(when::absolute(at, clock.get(), &reader))
    };
    let counted = move |of: fn(&ProgressPage) -> u32, say: fn(Lang, u32) -> String| {
        move || {
            let count = watch.ticket.with(of);
            (count > 0)
                .then(|| view! { <span class="chip" data-tone="soon">{say(w, count)}</span> })
        }
    };
    let urged = counted(|it| it.urges, Lang::portal_urged);
    let reopened = counted(|it| it.reopens, Lang::portal_reopened);
    view! {
        <p class="facts">
            <span class="chip">{filed}</span>
            {urged}
            {reopened}
        </p>
    }
}
