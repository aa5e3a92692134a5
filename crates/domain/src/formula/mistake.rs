//! What is wrong with a formula, and where.

use serde::{Deserialize, Serialize};

use super::{Function, Kind};

/// `at` counts characters from the beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("at character {}: {fault}", at + 1)]
pub struct Mistake {
    pub at: usize,
    pub fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    #[error("there is nothing to calculate")]
    Empty,
    #[error("a formula has at most {max} characters")]
    TooLong { max: usize },
    #[error("brackets stand in brackets more than {max} deep")]
    TooDeep { max: usize },
    #[error("`{sign}` means nothing here")]
    UnknownSign { sign: char },
    #[error("`{text}` is not a number")]
    BadNumber { text: String },
    #[error("a closing quotation mark is missing")]
    OpenQuote,
    #[error("a closing bracket is missing")]
    OpenBracket,
    #[error("something is missing after this")]
    Incomplete,
    #[error("`{found}` does not belong here")]
    Unexpected { found: String },
    #[error("there is no input called `{name}`")]
    UnknownName { name: String },
    #[error("there is no function called `{name}`")]
    UnknownFunction { name: String },
    #[error("`{}` takes {}", function.as_str(), function.counts())]
    WrongCount { function: Function },
    #[error("a {} is wanted here, and this is a {}", wanted.as_str(), found.as_str())]
    WrongKind { wanted: Kind, found: Kind },
    #[error("this divides by zero")]
    DividedByZero,
    #[error("the unit to round to has to be more than zero")]
    UnitNotPositive,
    #[error("this becomes too large")]
    TooLarge,
}

impl Fault {
    pub const fn at(self, at: usize) -> Mistake {
        Mistake { at, fault: self }
    }
}

impl Kind {
    const ALL: [Self; 3] = [Self::Number, Self::Text, Self::Truth];

    /// As it is written in JSON.
    pub fn named(name: &str) -> Option<Self> {
        let spelled = |kind: &Self| match kind {
            Self::Number => "number",
            Self::Text => "text",
            Self::Truth => "truth",
        };
        Self::ALL.into_iter().find(|kind| spelled(kind) == name)
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Truth => "condition",
        }
    }
}
