//! What keeps a draft from being published, as codes.

use axum::http::StatusCode;
use domain::flow::check::Problem;
use domain::flow::page::FlowPage;
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::ApiError;

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

impl FlowProblemWord {
    const fn as_str(self) -> &'static str {
        match self {
            Self::NoSteps => "no_steps",
            Self::NoName => "no_name",
            Self::SameKey => "same_key",
            Self::NoSuchStep => "no_such_step",
            Self::Unreachable => "unreachable",
            Self::NoExit => "no_exit",
            Self::NoWay => "no_way",
            Self::NoSuchOutcome => "no_such_outcome",
            Self::NeverTaken => "never_taken",
            Self::NoOwner => "no_owner",
            Self::TooFewAnswers => "too_few_answers",
            Self::BadFork => "bad_fork",
            Self::LeavesFork => "leaves_fork",
            Self::NoSuchField => "no_such_field",
            Self::NoSuchAction => "no_such_action",
        }
    }

    const fn detail(self) -> &'static str {
        match self {
            Self::NoSteps => "there are no steps",
            Self::NoName => "it has no name",
            Self::SameKey => "another step has the same key",
            Self::NoSuchStep => "it names a step that is not there",
            Self::Unreachable => "nothing leads to it",
            Self::NoExit => "the end cannot be reached from it",
            Self::NoWay => "ended so, some tickets have nowhere to go",
            Self::NoSuchOutcome => "it does not end so",
            Self::NeverTaken => "this way is never taken, one before it takes everything",
            Self::NoOwner => "nobody would have it",
            Self::TooFewAnswers => "a question has two answers at least",
            Self::BadFork => "a fork has two branches, and waits for no more than it has",
            Self::LeavesFork => "the fork's branches are entered or left from aside",
            Self::NoSuchField => "the categories have no such field",
            Self::NoSuchAction => "no connector has such an operation",
        }
    }
}

/// Why a draft is not published, step by step.
pub(super) fn refusal(page: FlowPage) -> ApiError {
    let FlowPage { draft, problems, .. } = page;
    let place = |step: &str| draft.steps.iter().position(|known| known.key.as_str() == step);
    let detail = "the draft cannot be published yet";
    let refusal = ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail);
    problems.into_iter().map(FlowProblemBody::from).fold(refusal, |refusal, found| {
        let FlowProblemBody { step, problem, about } = found;
        let place = step.as_deref().and_then(place);
        let field = place.map_or_else(|| "steps".to_owned(), |place| format!("steps.{place}"));
        let about = about.map(|about| format!(": {about}")).unwrap_or_default();
        refusal.at(field, problem.as_str(), format!("{}{about}", problem.detail()))
    })
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
