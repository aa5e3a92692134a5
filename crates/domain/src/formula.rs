//! Formulas of calculators: `min(货款 * 3, 500)`.
//!
//! One small language, read and worked out by the same code on the server and in the browser.
//! Numbers are exact ([`Exact`]); whatever can go wrong is a [`Mistake`] with its place, never a
//! panic. What a formula's names stand for is [`crate::calculator`]'s business.

mod exact;
mod function;
mod kinds;
mod mistake;
mod parsing;
mod reckoning;
mod symbols;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use exact::{Exact, Rounding};
pub use function::Function;
pub use mistake::{Fault, Mistake};

use parsing::Node;

/// A formula that reads as one. Whether its names are known is asked by [`Formula::kind`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula(Node);

/// What stands for a name, and what comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Number(Exact),
    Text(String),
    Truth(bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Number,
    Text,
    Truth,
}

impl Formula {
    /// Characters. A longer rule is two calculators.
    pub const MAX: usize = 500;
    /// How deep brackets may stand in brackets.
    pub const MAX_DEPTH: usize = 32;

    pub fn read(text: &str) -> Result<Self, Mistake> {
        let length = text.chars().count();
        if length > Self::MAX {
            return Err(Fault::TooLong { max: Self::MAX }.at(Self::MAX));
        }
        parsing::read(&symbols::read(text)?, length).map(Self)
    }

    /// The names it speaks of.
    pub fn names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.0.gather_names(&mut names);
        names
    }

    /// What comes out of it, or the first place that does not fit.
    pub fn kind(&self, of: &impl Fn(&str) -> Option<Kind>) -> Result<Kind, Mistake> {
        kinds::of(&self.0, of)
    }

    /// Works it out.
    pub fn value(&self, of: &impl Fn(&str) -> Option<Value>) -> Result<Value, Mistake> {
        reckoning::value(&self.0, of)
    }
}

impl Value {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Number(_) => Kind::Number,
            Self::Text(_) => Kind::Text,
            Self::Truth(_) => Kind::Truth,
        }
    }
}

/// Characters of a name.
pub const MAX_NAME: usize = 20;

/// The name a formula can call something by: `货款`, `days_late`.
pub fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    let begins = letters.next().is_some_and(symbols::begins_name);
    begins
        && letters.all(symbols::continues_name)
        && text.chars().count() <= MAX_NAME
        && Function::named(text).is_none()
}
