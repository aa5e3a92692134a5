//! What happened at a ticket and was not said, one line each.

mod why;

use domain::confirming::Verdict;
use domain::event::{Told, What};
use domain::flow::StepKey;
use domain::id::FieldId;
use domain::page::{Entry, TicketPage};
use domain::supervision::ReportKind;
use leptos::prelude::*;

use self::why::reason;
use super::open;
use crate::reader::{lang, reader};
use crate::ui::Happened;
use crate::when;
use crate::words::Lang;

/// Something that happened and was not said, as one line.
#[component]
pub fn Mark(entry: Entry) -> impl IntoView {
    let w = lang();
    let late = is_bad(entry.what()).then_some("late");
    let more = reason(entry.what());
    let sentence = open().page.with_untracked(|page| sentence(w, &entry, page));
    let by_itself = matches!(entry.what(), What::TaskOpened { .. } | What::Breached { .. });
    let Entry { who, event, .. } = entry;
    let who = who.unwrap_or_else(|| w.the_desk().to_owned());

    view! {
        <div class="mark" data-tone=late>
            // A step opens and a promise breaks without anybody doing it.
            <span>{(!by_itself).then_some(who)} " " {sentence}</span>
            {more.map(|more| view! { <q>{more}</q> })}
            <Happened at=event.at/>
        </div>
    }
}

/// What somebody has to see.
const fn is_bad(what: &What) -> bool {
    matches!(
        what,
        What::Breached { .. }
            | What::ExternalActionRefused { .. }
            | What::ExternalActionUnknown { .. }
            | What::SupervisionOverdue { .. }
            | What::SupervisionEscalated { .. }
    )
}

/// What was done, to be read behind the name of who did it.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of event")]
fn sentence(w: Lang, entry: &Entry, page: &TicketPage) -> String {
    let names = entry.names.join(w.list_comma());
    let spoken = |without: &'static str, with: &dyn Fn(&str) -> String| {
        if names.is_empty() { without.to_owned() } else { with(&names) }
    };
    match entry.what() {
        What::TicketCreated { .. } => w.mark_created().into(),
        What::TaskOpened { step, .. } => w.mark_opened(step_name(page, step), names),
        What::TaskClaimed { step, .. } => w.mark_claimed(step_name(page, step)),
        What::TaskAssigned { .. } => spoken(w.mark_assigned(), &|to| w.mark_assigned_to(to)),
        What::StepCompleted { step, outcome: Some(outcome), .. } => {
            w.mark_ended(step_name(page, step), outcome_name(w, page, outcome.as_str()))
        }
        What::StepCompleted { step, .. } => w.mark_completed(step_name(page, step)),
        What::StepFailed { step, .. } => w.mark_failed(step_name(page, step)),
        What::StepSkipped { step, .. } => w.mark_skipped(step_name(page, step)),
        What::TaskAsked { .. } => w.mark_asked(names),
        What::TaskAnswered { .. } => w.mark_answered().into(),
        What::StepSentBack { step, .. } => w.mark_sent_back(step_name(page, step)),
        What::TicketTransferred { .. } => {
            spoken(w.mark_transferred(), &|to| w.mark_transferred_to(to))
        }
        What::TicketEscalated { to, .. } => w.mark_escalated(names, w.priority(*to)),
        What::TicketSuspended { state, wake_at, .. } => match wake_at {
            Some(at) => w.mark_suspended_until(
                w.state(*state),
                when::absolute(*at, entry.event.at, &reader()),
            ),
            None => w.mark_suspended(w.state(*state)),
        },
        What::TicketResumed => w.mark_resumed().into(),
        What::TicketUrged { count } => w.mark_urged(count),
        What::ReplySent { .. } => w.mark_replied().into(),
        What::CustomerReplied { .. } => w.mark_customer_replied().into(),
        What::NoteAdded { .. } => w.mark_noted().into(),
        What::FieldChanged { field, from, to } => {
            let text = |value: &Option<String>| value_name(w, field, value.as_deref());
            w.mark_changed(field_name(w, field, page), text(from), text(to))
        }
        What::CategoryChanged { .. } => match entry.names.as_slice() {
            [from, to, ..] => w.mark_category(from, to),
            _ => w.mark_category_changed().into(),
        },
        What::PriorityChanged { from, to, .. } => {
            w.mark_priority(w.priority(*from), w.priority(*to))
        }
        What::OwnerChanged { to: None, .. } => w.mark_owner_gone().into(),
        What::OwnerChanged { .. } => {
            w.mark_owner(entry.names.last().map_or(w.nobody(), String::as_str))
        }
        What::FollowerAdded { .. } => w.mark_follows().into(),
        What::FollowerRemoved { .. } => w.mark_unfollows().into(),
        What::TicketResolved { code, .. } => w.mark_resolved(w.resolution(*code)),
        What::ResultNotified { outcome } => told(w, *outcome, entry),
        What::TicketReopened { count, .. } => w.mark_reopened(count),
        What::TicketClosed => w.mark_closed().into(),
        What::TicketArchived => w.mark_archived().into(),
        What::TicketMerged { into } => w.mark_merged(into.number()),
        What::MergedFrom { ticket } => w.mark_merged_from(ticket.number()),
        What::TicketSplit { into } => w.mark_split(into.number()),
        What::SplitFrom { ticket } => w.mark_split_from(ticket.number()),
        What::TicketLinked { to, link } => w.mark_linked(to.number(), w.link(*link, false)),
        What::TicketUnlinked { to, .. } => w.mark_unlinked(to.number()),
        What::RatingGiven { result, process, .. } => w.mark_rated(
            stars(result.get()),
            process.map_or_else(|| "—".into(), |it| stars(it.get())),
        ),
        What::ExternalActionRequested { action, .. } => w.mark_requested(&action.name),
        What::ExternalActionConfirmed { action, reference, .. } => {
            w.mark_confirmed(&action.name, reference.as_deref().unwrap_or("—"))
        }
        What::ExternalActionRefused { action, .. } => w.mark_refused(&action.name),
        What::ExternalActionUnknown { action, .. } => w.mark_unknown(&action.name),
        What::BusinessRefAdded { thing, number } => w.mark_about(w.thing(*thing), number),
        What::BusinessRefRemoved { thing, number } => w.mark_not_about(w.thing(*thing), number),
        What::Breached { due_at } => {
            w.mark_breached(when::absolute(*due_at, entry.event.at, &reader()))
        }
        What::CalculationStored { name, version, calculation, result_kind, .. } => {
            w.mark_calculated(name, version, w.amount(*result_kind, &calculation.result))
        }
        What::SupervisionIssued { deadline, .. } => {
            w.mark_supervised(names, when::absolute(*deadline, entry.event.at, &reader()))
        }
        What::SupervisionAcknowledged { .. } => w.mark_supervision_read().into(),
        What::SupervisionReported { said, .. } => match said {
            ReportKind::Progress => w.mark_supervision_reported().into(),
            ReportKind::Answer => w.mark_supervision_answered().into(),
        },
        What::SupervisionOverdue { missed, .. } => w.mark_supervision_overdue(w.missed(*missed)),
        What::SupervisionEscalated { .. } => w.mark_supervision_escalated(names),
        What::SupervisionLifted { .. } => w.mark_supervision_lifted().into(),
        What::LinesLaidDown { lines, .. } => w.mark_lines(lines.len()),
        What::LineDecided { label, amount, verdict, .. } => match verdict {
            Verdict::Confirmed => w.mark_line_confirmed(label, w.yuan(*amount)),
            Verdict::Disputed => w.mark_line_disputed(label, w.yuan(*amount)),
        },
        What::Signed { name, sha256, .. } => w.mark_signed(name, short(sha256)),
        What::PartnerInvited { .. } => w.mark_invited(names),
        What::IdentityChecked { method, result } => {
            w.mark_identity(w.identity_method(*method), w.identity_result(*result))
        }
        What::CaseFileTaken { audience } => w.mark_case_file(w.audience(*audience)),
    }
}

fn told(w: Lang, outcome: Told, entry: &Entry) -> String {
    match outcome {
        Told::Told => w.mark_told().into(),
        Told::Unreachable => w.mark_unreachable().into(),
        Told::CallBack { at } => w.mark_call_back(when::absolute(at, entry.event.at, &reader())),
    }
}

/// Enough of a hash to tell it from another by eye.
fn short(sha256: &str) -> &str {
    sha256.get(..12).unwrap_or(sha256)
}

fn step_name(page: &TicketPage, step: &StepKey) -> String {
    let known = page.steps.iter().find(|known| known.key == step.as_str());
    known.map_or_else(|| step.as_str().to_owned(), |known| known.name.clone())
}

/// Answers have labels of their own; the other outcomes are the desk's words.
fn outcome_name(w: Lang, page: &TicketPage, outcome: &str) -> String {
    let labels = page.outcomes.iter();
    let known = labels.clone().find(|(known, _)| known == outcome).map(|(_, label)| label.clone());
    known.or_else(|| w.outcome(outcome).map(str::to_owned)).unwrap_or_else(|| outcome.to_owned())
}

/// Built-in fields by their word, a leaf's own by what its form calls them.
fn field_name(w: Lang, field: &str, page: &TicketPage) -> String {
    match field {
        "subject" => w.new_subject().into(),
        "urgency" => w.field_urgency().into(),
        "importance" => w.field_importance().into(),
        "priority" => w.field_priority().into(),
        "region" => w.field_region().into(),
        other => {
            let id = other.strip_prefix("fields.").and_then(|id| id.parse::<FieldId>().ok());
            let known = page.fields.iter().find(|known| Some(known.field.id) == id);
            known.map_or_else(|| other.to_owned(), |known| known.field.label.clone())
        }
    }
}

fn value_name(w: Lang, field: &str, value: Option<&str>) -> String {
    let Some(value) = value else { return w.none().into() };
    let level = match field {
        "urgency" => value.parse().ok().map(|urgency| w.urgency(urgency)),
        "importance" => value.parse().ok().map(|importance| w.importance(importance)),
        _ => None,
    };
    level.unwrap_or(value).to_owned()
}

pub fn stars(stars: u8) -> String {
    "★".repeat(stars.into()) + &"☆".repeat(usize::from(5_u8.saturating_sub(stars)))
}
