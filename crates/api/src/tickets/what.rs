//! The particulars of each kind of event, under names of their own.

use domain::calculator::Calculation;
use domain::event::{Told, What};
use domain::time::Timestamp;
use serde_json::{Map, Value, json};

use crate::moment::Moment;
use crate::words::{
    AudienceWord, IdentityMethodWord, IdentityResultWord, LinkWord, MissedWord, PriorityWord,
    ReportWord, ResolutionWord, SubstateWord,
};

/// What there is to say about it besides its kind and its message.
pub(super) fn details(what: What) -> Map<String, Value> {
    match told(what) {
        Value::Object(details) => details,
        _ => Map::new(),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of event")]
fn told(what: What) -> Value {
    match what {
        What::TicketCreated { channel, category, message: _ } => {
            json!({ "channel_id": channel, "category_id": category })
        }
        What::TaskOpened { task, step, group, to } => {
            json!({ "task_id": task, "step": step, "group_id": group, "agent_id": to })
        }
        What::TaskClaimed { task, step } | What::StepSkipped { task, step } => {
            json!({ "task_id": task, "step": step })
        }
        What::TaskAssigned { task, to, because } => {
            json!({ "task_id": task, "agent_id": to, "reason": because })
        }
        What::StepCompleted { task, step, note, outcome } => {
            json!({ "task_id": task, "step": step, "note": note, "outcome": outcome })
        }
        What::StepFailed { task, step, reason } => {
            json!({ "task_id": task, "step": step, "reason": reason })
        }
        What::TaskAsked { task, question, to } => {
            json!({ "task_id": task, "question": question, "to": to })
        }
        What::TaskAnswered { task, answer, outcome } => {
            json!({ "task_id": task, "answer": answer, "outcome": outcome })
        }
        What::StepSentBack { task, step, reason } => {
            json!({ "task_id": task, "step": step, "reason": reason })
        }
        What::TicketTransferred { group, to, note } => {
            json!({ "group_id": group, "agent_id": to, "note": note })
        }
        What::TicketEscalated { group, from, to, note } => json!({
            "group_id": group, "from": PriorityWord::from(from), "to": PriorityWord::from(to),
            "note": note,
        }),
        What::TicketSuspended { state, reason, wake_at } => json!({
            "substate": SubstateWord::from(state), "reason": reason, "wake_at": wake_at.map(moment),
        }),
        What::TicketUrged { count } => json!({ "count": count }),
        What::NoteAdded { message: _, mentions } => json!({ "mentions": mentions }),
        What::FieldChanged { field, from, to } => json!({ "field": field, "from": from, "to": to }),
        What::CategoryChanged { from, to } => json!({ "from": from, "to": to }),
        What::PriorityChanged { from, to, reason } => json!({
            "from": PriorityWord::from(from), "to": PriorityWord::from(to), "reason": reason,
        }),
        What::OwnerChanged { from, to } => json!({ "from": from, "to": to }),
        What::FollowerAdded { agent } | What::FollowerRemoved { agent } => {
            json!({ "agent_id": agent })
        }
        What::TicketResolved { code, note } => {
            json!({ "code": ResolutionWord::from(code), "note": note })
        }
        What::ResultNotified { outcome } => outcome_of(outcome),
        What::TicketReopened { count, reason } => json!({ "count": count, "reason": reason }),
        What::TicketMerged { into } | What::TicketSplit { into } => {
            json!({ "ticket": into.number() })
        }
        What::MergedFrom { ticket } | What::SplitFrom { ticket } => {
            json!({ "ticket": ticket.number() })
        }
        What::TicketLinked { to, link } | What::TicketUnlinked { to, link } => {
            json!({ "ticket": to.number(), "link": LinkWord::from(link) })
        }
        What::RatingGiven { result, process, comment } => {
            json!({ "result": result, "process": process, "comment": comment })
        }
        What::ExternalActionRequested { task, action } => {
            json!({ "task_id": task, "action": action })
        }
        What::ExternalActionConfirmed { task, action, reference, state } => json!({
            "task_id": task, "action": action, "reference": reference, "outside_state": state,
        }),
        What::ExternalActionRefused { task, action, reason } => {
            json!({ "task_id": task, "action": action, "reason": reason })
        }
        What::ExternalActionUnknown { task, action, trouble } => {
            json!({ "task_id": task, "action": action, "reason": trouble })
        }
        What::BusinessRefAdded { thing, number } | What::BusinessRefRemoved { thing, number } => {
            json!({ "thing": thing, "number": number })
        }
        What::SupervisionIssued { supervision, department, to, requirement, deadline } => json!({
            "supervision_id": supervision, "department_id": department, "agent_id": to,
            "requirement": requirement, "deadline": moment(deadline),
        }),
        What::SupervisionAcknowledged { supervision } => json!({ "supervision_id": supervision }),
        What::SupervisionReported { supervision, report, said } => json!({
            "supervision_id": supervision, "report": report, "said": ReportWord::from(said),
        }),
        What::SupervisionOverdue { supervision, missed } => json!({
            "supervision_id": supervision, "missed": MissedWord::from(missed),
        }),
        What::SupervisionEscalated { supervision, department, to } => json!({
            "supervision_id": supervision, "department_id": department, "agent_id": to,
        }),
        What::SupervisionLifted { supervision, note } => {
            json!({ "supervision_id": supervision, "note": note })
        }
        What::IdentityChecked { method, result } => json!({
            "method": IdentityMethodWord::from(method), "result": IdentityResultWord::from(result),
        }),
        What::CaseFileTaken { audience } => json!({ "audience": AudienceWord::from(audience) }),
        What::Breached { due_at } => json!({ "due_at": moment(due_at) }),
        What::CalculationStored { run, name, version, calculation, result_kind: _ } => json!({
            "calculation_id": run, "name": name, "version": version,
            "given": given(&calculation), "result": calculation.result,
        }),
        What::LinesLaidDown { task, lines } => json!({
            "task_id": task, "lines": lines.into_iter().map(|line| json!({
                "label": line.label, "amount_fen": line.amount,
            })).collect::<Vec<_>>(),
        }),
        What::LineDecided { task, line, label, amount, verdict, comment, photo } => json!({
            "task_id": task, "line_id": line, "label": label, "amount_fen": amount,
            "verdict": verdict, "comment": comment, "attachment_id": photo,
        }),
        What::Signed { task, name, attachment, sha256 } => json!({
            "task_id": task, "signed_name": name, "attachment_id": attachment, "sha256": sha256,
        }),
        What::PartnerInvited { task, contact } => {
            json!({ "task_id": task, "partner_contact_id": contact })
        }
        What::TicketResumed
        | What::TicketClosed
        | What::TicketArchived
        | What::ReplySent { message: _ }
        | What::CustomerReplied { message: _ } => json!({}),
    }
}

/// Inputs by their names.
fn given(calculation: &Calculation) -> Map<String, Value> {
    let given = calculation.given.iter();
    given.map(|it| (it.name.clone(), Value::String(it.text.clone()))).collect()
}

fn outcome_of(outcome: Told) -> Value {
    match outcome {
        Told::Told => json!({ "outcome": "told" }),
        Told::Unreachable => json!({ "outcome": "unreachable" }),
        Told::CallBack { at } => json!({ "outcome": "call_back", "at": moment(at) }),
    }
}

fn moment(at: Timestamp) -> Moment {
    at.into()
}
