//! What a step is about.

use domain::flow::kind::{ActionCall, Answer, Join, StepKind};
use domain::flow::{Outcome, StepKey};
use domain::id::CategoryId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::reference::IdRef;

/// What happens in a step, and what that needs.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum StepKindBody {
    /// Somebody takes the ticket.
    Accept,
    /// Somebody does something.
    Work,
    /// Somebody tells the customer the result.
    Feedback,
    /// Somebody answers one narrow question.
    Question {
        #[schema(max_items = 20)]
        answers: Vec<AnswerBody>,
    },
    /// A superior decides: `approved` or `refused`.
    Approval,
    /// An outside party confirms or disputes lines: `confirmed` or `disputed`.
    Confirmation,
    /// Another system is operated: `confirmed`, `refused` or `unknown`.
    Action {
        #[schema(max_length = 40)]
        connector: String,
        #[schema(max_length = 40)]
        operation: String,
    },
    /// Nothing, for so long.
    Timer {
        #[schema(maximum = 65535)]
        hours: u16,
    },
    /// Several branches at once, which meet at `then`.
    Fork {
        /// Keys of steps.
        #[schema(max_items = 60)]
        branches: Vec<String>,
        join: JoinBody,
        #[schema(max_length = 40)]
        then: String,
    },
    /// Another ticket, until it is resolved.
    Ticket { category_id: IdRef },
}

/// One answer to a question.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct AnswerBody {
    /// How the step ends with it.
    #[schema(max_length = 40, examples("yes"))]
    outcome: String,
    #[schema(max_length = 80)]
    label: String,
    /// Why has to be said.
    #[serde(default)]
    needs_note: bool,
}

/// How many branches have to arrive.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub(crate) enum JoinBody {
    All,
    Any,
    AtLeast {
        #[schema(maximum = 255)]
        branches: u8,
    },
}

impl From<StepKind> for StepKindBody {
    fn from(kind: StepKind) -> Self {
        match kind {
            StepKind::Accept => Self::Accept,
            StepKind::Work => Self::Work,
            StepKind::Feedback => Self::Feedback,
            StepKind::Question { answers } => {
                Self::Question { answers: answers.into_iter().map(Into::into).collect() }
            }
            StepKind::Approval => Self::Approval,
            StepKind::Confirmation => Self::Confirmation,
            StepKind::Action(ActionCall { connector, operation }) => {
                Self::Action { connector, operation }
            }
            StepKind::Timer { hours } => Self::Timer { hours },
            StepKind::Fork { branches, join, then } => {
                let branches = branches.into_iter().map(|key| key.0).collect();
                Self::Fork { branches, join: join.into(), then: then.0 }
            }
            StepKind::Ticket { category } => Self::Ticket { category_id: IdRef(category.0) },
        }
    }
}

impl From<StepKindBody> for StepKind {
    fn from(kind: StepKindBody) -> Self {
        match kind {
            StepKindBody::Accept => Self::Accept,
            StepKindBody::Work => Self::Work,
            StepKindBody::Feedback => Self::Feedback,
            StepKindBody::Question { answers } => {
                Self::Question { answers: answers.into_iter().map(Into::into).collect() }
            }
            StepKindBody::Approval => Self::Approval,
            StepKindBody::Confirmation => Self::Confirmation,
            StepKindBody::Action { connector, operation } => {
                Self::Action(ActionCall { connector, operation })
            }
            StepKindBody::Timer { hours } => Self::Timer { hours },
            StepKindBody::Fork { branches, join, then } => {
                let branches = branches.into_iter().map(StepKey).collect();
                Self::Fork { branches, join: join.into(), then: StepKey(then) }
            }
            StepKindBody::Ticket { category_id } => {
                Self::Ticket { category: CategoryId(category_id.0) }
            }
        }
    }
}

impl From<Answer> for AnswerBody {
    fn from(Answer { outcome, label, needs_note }: Answer) -> Self {
        Self { outcome: outcome.0, label, needs_note }
    }
}

impl From<AnswerBody> for Answer {
    fn from(AnswerBody { outcome, label, needs_note }: AnswerBody) -> Self {
        Self { outcome: Outcome(outcome), label, needs_note }
    }
}

impl From<Join> for JoinBody {
    fn from(join: Join) -> Self {
        match join {
            Join::All => Self::All,
            Join::Any => Self::Any,
            Join::AtLeast { branches } => Self::AtLeast { branches },
        }
    }
}

impl From<JoinBody> for Join {
    fn from(join: JoinBody) -> Self {
        match join {
            JoinBody::All => Self::All,
            JoinBody::Any => Self::Any,
            JoinBody::AtLeast { branches } => Self::AtLeast { branches },
        }
    }
}
