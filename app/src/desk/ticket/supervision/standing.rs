use domain::supervision::{ReportView, SupervisionState, SupervisionView};
use leptos::prelude::*;

use crate::reader::{lang, now, reader};
use crate::ui::{Chip, Due, Happened};
use crate::when;

/// What is required, by when, and how it stands.
#[component]
pub fn Standing(it: SupervisionView) -> impl IntoView {
    let (w, reader) = (lang(), reader());
    let clock = now();
    let answered = it.answered_at.is_some();
    let (tone, word) = match it.state {
        SupervisionState::Overdue | SupervisionState::Escalated => {
            (Some("late"), w.supervision_state(it.state))
        }
        _ if answered => (Some("good"), w.supervision_answered()),
        SupervisionState::Issued => (Some("soon"), w.supervision_state(it.state)),
        SupervisionState::Acknowledged | SupervisionState::Reporting | SupervisionState::Lifted => {
            (Some("info"), w.supervision_state(it.state))
        }
    };
    let leader = it.leader.map(|person| person.name).unwrap_or_default();
    let by = w.supervise_by(it.issuer.name);
    let until = move || w.supervise_until(when::absolute(it.deadline, clock.get(), &reader));

    view! {
        <header>
            <b>{w.supervision()} " · " {it.answerable.name} " " {leader}</b>
            <Chip tone>{word}</Chip>
            {it.clock.map(|at| view! { <Due at/> })}
        </header>
        <p class="requirement">{it.requirement}</p>
        <p class="soft">{by} " · " {until}</p>
        {it.last_report.map(|last| view! { <Report last/> })}
    }
}

#[component]
fn Report(last: ReportView) -> impl IntoView {
    let w = lang();
    view! {
        <blockquote>
            <b>{last.who.name} " · " {w.report_kind(last.kind)}</b> " " <Happened at=last.at/>
            <p>{last.body}</p>
        </blockquote>
    }
}
