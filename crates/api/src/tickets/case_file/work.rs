//! What was done, asked and promised, as programs see it in a case file.

use domain::case_file::{ActionResult, ActionTaken, Kept, Party, Promise, Promised, Work};
use domain::time::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::moment::Moment;
use crate::words::TaskStateWord;

/// Somebody, and the group, department or partner they act for.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartyBody {
    /// Left out for those outside the house.
    name: Option<String>,
    #[schema(examples("维修部"))]
    place: String,
}

/// One task: who had it, how long, and what came of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseWorkBody {
    task_id: i64,
    /// What the step is called, or what was asked.
    name: String,
    who: PartyBody,
    state: TaskStateWord,
    begun_at: Moment,
    ended_at: Option<Moment>,
    elapsed_minutes: i64,
    outcome: Option<String>,
    said: Option<String>,
}

/// What another system was asked to do.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseActionBody {
    /// As in the timeline.
    event_id: i64,
    #[schema(examples("优选商城 · 退款"))]
    name: String,
    at: Moment,
    /// `waiting`, `confirmed`, `refused` or `unknown`.
    #[schema(examples("confirmed"))]
    result: String,
    /// What the other system calls what it did.
    reference: Option<String>,
    reason: Option<String>,
    settled_at: Option<Moment>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct CasePromiseBody {
    /// `first_response`, `resolution` or `step`.
    #[schema(examples("resolution"))]
    kind: String,
    step: Option<String>,
    due_at: Moment,
    done_at: Option<Moment>,
    /// `null` while it is not due.
    kept: Option<bool>,
}

impl From<Party> for PartyBody {
    fn from(Party { name, place }: Party) -> Self {
        Self { name, place }
    }
}

impl CaseWorkBody {
    pub fn of(work: Work, now: Timestamp) -> Self {
        let elapsed_minutes = work.elapsed(now).whole_minutes();
        let Work { task, name, who, partner: _, state, begun, ended, outcome, said } = work;
        Self {
            task_id: task.0,
            name,
            who: who.into(),
            state: state.into(),
            begun_at: begun.into(),
            ended_at: ended.map(Into::into),
            elapsed_minutes,
            outcome,
            said,
        }
    }
}

impl From<ActionTaken> for CaseActionBody {
    fn from(ActionTaken { name, at, event, result }: ActionTaken) -> Self {
        let (result, reference, reason, settled) = match result {
            ActionResult::Waiting => ("waiting", None, None, None),
            ActionResult::Confirmed { reference, state: _, at } => {
                ("confirmed", reference, None, Some(at))
            }
            ActionResult::Refused { reason, at } => ("refused", None, Some(reason), Some(at)),
            ActionResult::Unknown { trouble, at } => {
                ("unknown", None, Some(trouble.as_str().to_owned()), Some(at))
            }
        };
        Self {
            event_id: event.0,
            name,
            at: at.into(),
            result: result.to_owned(),
            reference,
            reason,
            settled_at: settled.map(Into::into),
        }
    }
}

impl CasePromiseBody {
    pub fn of(promise: Promise, now: Timestamp) -> Self {
        let kept = match promise.kept(now) {
            Kept::Kept => Some(true),
            Kept::Broken => Some(false),
            Kept::Open => None,
        };
        let (kind, step) = match promise.what {
            Promised::FirstResponse => ("first_response", None),
            Promised::Resolution => ("resolution", None),
            Promised::Step(name) => ("step", Some(name)),
        };
        Self {
            kind: kind.to_owned(),
            step,
            due_at: promise.due_at.into(),
            done_at: promise.done_at.map(Into::into),
            kept,
        }
    }
}
