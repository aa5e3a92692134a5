//! What a supervision counts towards on the board by department (D-14, leap 7).

use serde::{Deserialize, Serialize};

use super::Supervision;
use crate::invalid::Flaw;

/// A number of the board; also which supervisions the list behind it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    Issued,
    AcknowledgedInTime,
    AnsweredInTime,
    /// A report or the deadline was missed.
    Missed,
    /// The ticket had been supervised before.
    Repeated,
    /// Not yet lifted.
    Running,
}

impl Figure {
    pub const ALL: [Self; 6] = [
        Self::Issued,
        Self::AcknowledgedInTime,
        Self::AnsweredInTime,
        Self::Missed,
        Self::Repeated,
        Self::Running,
    ];

    /// How it is kept; never renumber.
    pub const fn code(self) -> i64 {
        match self {
            Self::Issued => 1,
            Self::AcknowledgedInTime => 2,
            Self::AnsweredInTime => 3,
            Self::Missed => 4,
            Self::Repeated => 5,
            Self::Running => 6,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::AcknowledgedInTime => "acknowledged_in_time",
            Self::AnsweredInTime => "answered_in_time",
            Self::Missed => "missed",
            Self::Repeated => "repeated",
            Self::Running => "running",
        }
    }

    pub fn counts(self, supervision: &Supervision) -> bool {
        match self {
            Self::Issued => true,
            Self::AcknowledgedInTime => supervision.acknowledged_in_time,
            Self::AnsweredInTime => supervision.answered_in_time(),
            Self::Missed => supervision.missed_at.is_some(),
            Self::Repeated => supervision.repeated,
            Self::Running => supervision.state.is_running(),
        }
    }
}

impl std::str::FromStr for Figure {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|figure| figure.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}
