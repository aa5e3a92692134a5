//! Whether a flow can be published: nothing unreachable, no way without an exit, no step without an
//! owner. Each problem is a code with the step it is about; the editor says it in words.

mod graph;
mod named;
mod steps;

use serde::{Deserialize, Serialize};

use crate::flow::{Flow, Outcome, StepKey};

/// Something that keeps a flow from being published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    NoSteps,
    NoName {
        step: StepKey,
    },
    /// Two steps have this key.
    SameKey {
        step: StepKey,
    },
    /// A transition, branch or rule names a step that is not there.
    NoSuchStep {
        step: StepKey,
        named: StepKey,
    },
    /// Nothing leads to it.
    Unreachable {
        step: StepKey,
    },
    /// From here the end cannot be reached.
    NoExit {
        step: StepKey,
    },
    /// Ended so, the step leads nowhere for some tickets.
    NoWay {
        step: StepKey,
        outcome: Outcome,
    },
    /// A transition waits for an outcome the step does not have.
    NoSuchOutcome {
        step: StepKey,
        outcome: Outcome,
    },
    /// A transition that is never tried, for one before it fits everything.
    NeverTaken {
        step: StepKey,
        place: usize,
    },
    /// The rule names nobody who could have it.
    NoOwner {
        step: StepKey,
    },
    /// A question with fewer than two answers.
    TooFewAnswers {
        step: StepKey,
    },
    /// A fork with fewer than two branches, or more to wait for than there are.
    BadFork {
        step: StepKey,
    },
    /// A way out of the fork's branch, or into it, that does not pass the fork.
    LeavesFork {
        fork: StepKey,
        step: StepKey,
    },
    /// The field is none of the category's.
    NoSuchField {
        step: StepKey,
        field: String,
    },
    /// The connector or its operation is not declared.
    NoSuchAction {
        step: StepKey,
        connector: String,
        operation: String,
    },
}

impl Problem {
    /// The step it is about; none, when it is about the whole flow.
    pub const fn step(&self) -> Option<&StepKey> {
        match self {
            Self::NoSteps => None,
            Self::NoName { step }
            | Self::SameKey { step }
            | Self::NoSuchStep { step, .. }
            | Self::Unreachable { step }
            | Self::NoExit { step }
            | Self::NoWay { step, .. }
            | Self::NoSuchOutcome { step, .. }
            | Self::NeverTaken { step, .. }
            | Self::NoOwner { step }
            | Self::TooFewAnswers { step }
            | Self::BadFork { step }
            | Self::LeavesFork { step, .. }
            | Self::NoSuchField { step, .. }
            | Self::NoSuchAction { step, .. } => Some(step),
        }
    }
}

impl Flow {
    /// Everything about the flow itself that keeps it from being published. What it names of the
    /// desk (people, groups, fields, connectors) is compared by [`Flow::problems_among`].
    pub fn problems(&self) -> Vec<Problem> {
        if self.steps.is_empty() {
            return vec![Problem::NoSteps];
        }
        let mut problems = steps::problems(self);
        if problems.is_empty() {
            problems = graph::problems(self);
        }
        problems
    }
}
