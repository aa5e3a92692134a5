//! What a step is about, and how it can end.

use serde::{Deserialize, Serialize};

use crate::flow::{Outcome, StepKey};
use crate::id::CategoryId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StepKind {
    /// Somebody takes the ticket; the next step opens for whoever did.
    Accept,
    /// Somebody does something.
    Work,
    /// Somebody tells the customer the result (D-17).
    Feedback,
    /// Somebody answers one narrow question (D-26).
    Question { answers: Vec<Answer> },
    /// A superior decides (D-19).
    Approval,
    /// An outside party confirms or disputes lines, one by one (D-20).
    Confirmation,
    /// Another system is operated (J-02).
    Action(ActionCall),
    /// Nothing, for so long.
    Timer { hours: u16 },
    /// Several branches at once, which meet again (D-06).
    Fork { branches: Vec<StepKey>, join: Join, then: StepKey },
    /// Another ticket, until it is resolved (D-13).
    Ticket { category: CategoryId },
}

/// One answer to a narrow question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub outcome: Outcome,
    pub label: String,
    /// Why has to be said.
    #[serde(default)]
    pub needs_note: bool,
}

/// Which operation of which connector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionCall {
    pub connector: String,
    pub operation: String,
}

/// How many branches have to arrive before their fork goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Join {
    All,
    Any,
    AtLeast { branches: u8 },
}

impl Join {
    pub fn needs(self, branches: usize) -> usize {
        match self {
            Self::All => branches,
            Self::Any => 1,
            Self::AtLeast { branches: some } => usize::from(some).clamp(1, branches.max(1)),
        }
    }
}

impl StepKind {
    pub const APPROVED: &str = "approved";
    pub const REFUSED: &str = "refused";
    pub const CONFIRMED: &str = "confirmed";
    pub const DISPUTED: &str = "disputed";
    pub const UNKNOWN: &str = "unknown";

    /// It stands in a worklist, or on an outside party's page.
    pub const fn is_done_by_people(&self) -> bool {
        match self {
            Self::Accept
            | Self::Work
            | Self::Feedback
            | Self::Question { .. }
            | Self::Approval
            | Self::Confirmation => true,
            Self::Action(_) | Self::Timer { .. } | Self::Fork { .. } | Self::Ticket { .. } => false,
        }
    }

    /// It asks for an answer, and for no work on the ticket.
    pub const fn is_a_question(&self) -> bool {
        match self {
            Self::Question { .. } | Self::Approval | Self::Confirmation => true,
            Self::Accept
            | Self::Work
            | Self::Feedback
            | Self::Action(_)
            | Self::Timer { .. }
            | Self::Fork { .. }
            | Self::Ticket { .. } => false,
        }
    }

    /// Every way it can end.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let words: &[&str] = match self {
            Self::Question { answers } => {
                return answers.iter().map(|answer| answer.outcome.clone()).collect();
            }
            Self::Fork { .. } => &[],
            Self::Accept
            | Self::Work
            | Self::Feedback
            | Self::Timer { .. }
            | Self::Ticket { .. } => &[Outcome::DONE],
            Self::Approval => &[Self::APPROVED, Self::REFUSED],
            Self::Confirmation => &[Self::CONFIRMED, Self::DISPUTED],
            Self::Action(_) => &[Self::CONFIRMED, Self::REFUSED, Self::UNKNOWN],
        };
        words.iter().map(|word| Outcome::new(word)).collect()
    }

    /// Ending it this way has to be explained.
    pub fn needs_note(&self, outcome: &Outcome) -> bool {
        match self {
            Self::Question { answers } => {
                answers.iter().any(|answer| answer.outcome == *outcome && answer.needs_note)
            }
            Self::Approval => outcome.as_str() == Self::REFUSED,
            Self::Accept
            | Self::Work
            | Self::Feedback
            | Self::Confirmation
            | Self::Action(_)
            | Self::Timer { .. }
            | Self::Fork { .. }
            | Self::Ticket { .. } => false,
        }
    }

    /// The word files and programs know it by.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Work => "work",
            Self::Feedback => "feedback",
            Self::Question { .. } => "question",
            Self::Approval => "approval",
            Self::Confirmation => "confirmation",
            Self::Action(_) => "action",
            Self::Timer { .. } => "timer",
            Self::Fork { .. } => "fork",
            Self::Ticket { .. } => "ticket",
        }
    }
}
