use domain::event::{Told, What};
use domain::page::Entry;
use leptos::prelude::*;

use crate::reader::{lang, reader};
use crate::ui::Happened;
use crate::when;
use crate::words::Lang;

/// Something that happened and was not said, as one line.
#[component]
pub fn Mark(entry: Entry) -> impl IntoView {
    let w = lang();
    let who = entry.who.clone().unwrap_or_else(|| w.the_desk().to_owned());
    let late = matches!(entry.what(), What::Breached { .. }).then_some("late");
    let more = reason(entry.what());

    view! {
        <div class="mark" data-tone=late>
            <span>{who} " " {sentence(w, &entry)}</span>
            {more.map(|more| view! { <q>{more}</q> })}
            <Happened at=entry.event.at/>
        </div>
    }
}

/// What was done, to be read behind the name of who did it.
fn sentence(w: Lang, entry: &Entry) -> String {
    let names = entry.names.join(w.list_comma());
    let named = |without: &'static str, with: &dyn Fn(&str) -> String| {
        if names.is_empty() { without.to_owned() } else { with(&names) }
    };
    match entry.what() {
        What::TicketCreated { .. } => w.mark_created().into(),
        What::TaskOpened { .. } => named(w.mark_opened(), &|to| w.mark_opened_for(to)),
        What::TaskClaimed { .. } => w.mark_claimed().into(),
        What::TaskAssigned { .. } => named(w.mark_assigned(), &|to| w.mark_assigned_to(to)),
        What::StepCompleted { .. } => {
            named(w.mark_completed(), &|step| w.mark_completed_step(step))
        }
        What::StepSentBack { .. } => named(w.mark_sent_back(), &|step| w.mark_sent_back_step(step)),
        What::TicketTransferred { .. } => {
            named(w.mark_transferred(), &|to| w.mark_transferred_to(to))
        }
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
            let field = field_name(w, field, entry.names.first().map(String::as_str));
            let none = w.none();
            let text = |value: &Option<String>| value.clone().unwrap_or_else(|| none.into());
            w.mark_changed(field, text(from), text(to))
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
        What::ResultNotified { outcome } => match outcome {
            Told::Told => w.mark_told().into(),
            Told::Unreachable => w.mark_unreachable().into(),
            Told::CallBack { at } => {
                w.mark_call_back(when::absolute(*at, entry.event.at, &reader()))
            }
        },
        What::TicketReopened { count, .. } => w.mark_reopened(count),
        What::TicketClosed => w.mark_closed().into(),
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
        What::Breached { due_at } => {
            w.mark_breached(when::absolute(*due_at, entry.event.at, &reader()))
        }
    }
}

/// Why, in the words of whoever did it.
fn reason(what: &What) -> Option<String> {
    let text = match what {
        What::TaskAssigned { because, .. } => because.clone(),
        What::StepCompleted { note, .. }
        | What::TicketTransferred { note, .. }
        | What::TicketResolved { note, .. } => note.clone(),
        What::StepSentBack { reason, .. } | What::TicketSuspended { reason, .. } => {
            Some(reason.clone())
        }
        What::PriorityChanged { reason, .. } | What::TicketReopened { reason, .. } => {
            reason.clone()
        }
        What::RatingGiven { comment, .. } => comment.clone(),
        _ => None,
    };
    text.filter(|text| !text.trim().is_empty())
}

/// Built-in fields by their word, a leaf's own by the name the form gives them.
fn field_name(w: Lang, field: &str, label: Option<&str>) -> String {
    match field {
        "subject" => w.new_subject().into(),
        "urgency" => w.field_urgency().into(),
        "importance" => w.field_importance().into(),
        "priority" => w.field_priority().into(),
        other => label.unwrap_or(other).to_owned(),
    }
}

pub fn stars(stars: u8) -> String {
    "★".repeat(stars.into()) + &"☆".repeat(usize::from(5_u8.saturating_sub(stars)))
}
