//! What keeps a draft from being published, as codes.

use domain::flow::check::Problem;
use serde::Serialize;
use utoipa::ToSchema;

/// One thing to mend.
#[derive(Serialize, ToSchema)]
pub(crate) struct FlowProblemBody {
    /// The step it is about; `null` for the whole flow.
    #[schema(examples("review"))]
    step: Option<String>,
    problem: FlowProblemWord,
    /// What it is about: a step, an outcome, a field, an operation, or the place of a way.
    about: Option<String>,
}

/// What is wrong.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FlowProblemWord {
    NoSteps,
    NoName,
    SameKey,
    NoSuchStep,
    Unreachable,
    NoExit,
    NoWay,
    NoSuchOutcome,
    NeverTaken,
    NoOwner,
    TooFewAnswers,
    BadFork,
    LeavesFork,
    NoSuchField,
    NoSuchAction,
}

impl From<Problem> for FlowProblemBody {
    fn from(found: Problem) -> Self {
        use FlowProblemWord as Word;

        let step = found.step().map(|step| step.0.clone());
        let (problem, about) = match found {
            Problem::NoSteps => (Word::NoSteps, None),
            Problem::NoName { .. } => (Word::NoName, None),
            Problem::SameKey { .. } => (Word::SameKey, None),
            Problem::NoSuchStep { named, .. } => (Word::NoSuchStep, Some(named.0)),
            Problem::Unreachable { .. } => (Word::Unreachable, None),
            Problem::NoExit { .. } => (Word::NoExit, None),
            Problem::NoWay { outcome, .. } => (Word::NoWay, Some(outcome.0)),
            Problem::NoSuchOutcome { outcome, .. } => (Word::NoSuchOutcome, Some(outcome.0)),
            Problem::NeverTaken { place, .. } => (Word::NeverTaken, Some(place.to_string())),
            Problem::NoOwner { .. } => (Word::NoOwner, None),
            Problem::TooFewAnswers { .. } => (Word::TooFewAnswers, None),
            Problem::BadFork { .. } => (Word::BadFork, None),
            Problem::LeavesFork { fork, .. } => (Word::LeavesFork, Some(fork.0)),
            Problem::NoSuchField { field, .. } => (Word::NoSuchField, Some(field)),
            Problem::NoSuchAction { connector, operation, .. } => {
                (Word::NoSuchAction, Some(format!("{connector}.{operation}")))
            }
        };
        Self { step, problem, about }
    }
}
