//! The functions a formula may use.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    Min,
    Max,
    /// `if(condition, then, else)`
    If,
    And,
    Or,
    Not,
    /// `round(number, unit)`; without a unit to a whole number, like the next two.
    Round,
    Floor,
    Ceil,
}

impl Function {
    pub const ALL: [Self; 9] = [
        Self::Min,
        Self::Max,
        Self::If,
        Self::And,
        Self::Or,
        Self::Not,
        Self::Round,
        Self::Floor,
        Self::Ceil,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Min => "min",
            Self::Max => "max",
            Self::If => "if",
            Self::And => "and",
            Self::Or => "or",
            Self::Not => "not",
            Self::Round => "round",
            Self::Floor => "floor",
            Self::Ceil => "ceil",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(name))
    }

    pub const fn takes(self, count: usize) -> bool {
        match self {
            Self::Min | Self::Max | Self::And | Self::Or => count >= 2,
            Self::If => count == 3,
            Self::Not => count == 1,
            Self::Round | Self::Floor | Self::Ceil => count == 1 || count == 2,
        }
    }

    /// How many values it takes, in words for programmers.
    pub const fn counts(self) -> &'static str {
        match self {
            Self::Min | Self::Max | Self::And | Self::Or => "two values or more",
            Self::If => "three values: the condition, then, else",
            Self::Not => "one value",
            Self::Round | Self::Floor | Self::Ceil => "a number and the unit to round to",
        }
    }
}
