//! Why something happened, as it is quoted under the line that says what.

use domain::calculator::Calculation;
use domain::event::What;

use crate::reader::lang;

/// Why, in the words of whoever did it.
pub fn reason(what: &What) -> Option<String> {
    let text = match what {
        What::TaskAssigned { because, .. } => because.clone(),
        What::TaskAsked { question, .. } => Some(question.clone()),
        What::TaskAnswered { answer, .. } => answer.clone(),
        What::StepFailed { reason, .. } => reason.clone(),
        What::StepCompleted { note, .. }
        | What::TicketTransferred { note, .. }
        | What::TicketResolved { note, .. }
        | What::SupervisionLifted { note, .. } => note.clone(),
        What::StepSentBack { reason, .. } | What::TicketSuspended { reason, .. } => {
            Some(reason.clone())
        }
        What::PriorityChanged { reason, .. } | What::TicketReopened { reason, .. } => {
            reason.clone()
        }
        What::RatingGiven { comment, .. } | What::LineDecided { comment, .. } => comment.clone(),
        What::CalculationStored { calculation, .. } => Some(given(calculation)),
        What::ExternalActionRefused { reason, .. } => Some(lang().action_reason(reason)),
        What::ExternalActionUnknown { trouble, .. } => Some(lang().trouble(*trouble).into()),
        What::TicketEscalated { note, .. } => Some(note.clone()),
        What::SupervisionIssued { requirement, .. } => Some(requirement.clone()),
        What::SupervisionReported { report, .. } => Some(report.clone()),
        _ => None,
    };
    text.filter(|text| !text.trim().is_empty())
}

/// What it was worked out from.
fn given(calculation: &Calculation) -> String {
    let given = calculation.given.iter().map(|it| format!("{} {}", it.name, it.text));
    given.collect::<Vec<_>>().join(lang().list_comma())
}
