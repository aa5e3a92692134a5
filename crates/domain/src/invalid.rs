//! What is wrong with something a person typed.
//!
//! Codes, not sentences: the page says them in the reader's language, the API sends them as they
//! are.

mod said;

use serde::{Deserialize, Serialize};

use crate::formula::Mistake;

/// What is wrong with one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Flaw {
    #[error("this is needed")]
    Blank,
    #[error("this has at most {max} characters")]
    TooLong { max: usize },
    #[error("this has at least {min} characters")]
    TooShort { min: usize },
    #[error("this is not a number between {min} and {max}")]
    OutOfRange { min: i64, max: i64 },
    #[error("this is not a number")]
    NotANumber,
    #[error("this is not an amount of money with at most two decimals")]
    NotMoney,
    #[error("this is not a date written as 2026-11-22")]
    NotADate,
    #[error("this is not a phone number")]
    NotAPhone,
    #[error("this is not an e-mail address")]
    NotAnEmail,
    #[error("this is not a resident identity number; check its last digit")]
    NotAnIdNumber,
    #[error("this is not an order number")]
    NotAnOrder,
    #[error("this is not a key of small letters, digits, dashes and underscores")]
    NotAKey,
    #[error("this is not an address")]
    NotAnAddress,
    #[error("this is not an event with an id and a kind")]
    NotAnEvent,
    #[error("this is not one of the choices")]
    NotAChoice,
    #[error("this cannot be chosen here")]
    NotOffered,
    #[error("there is no such thing")]
    Unknown,
    #[error("this is taken already")]
    Taken,
    #[error("this kind of file is not accepted")]
    FileKind,
    #[error("a file has at most {max_mb} MB")]
    FileTooLarge { max_mb: u64 },
    #[error("at most {max} of these")]
    TooMany { max: usize },
    #[error("this lies in the past")]
    InThePast,
    #[error("this is more than {days} days ahead")]
    TooFarAhead { days: i64 },
    #[error("at least {min} of these")]
    TooFew { min: usize },
    #[error("{mistake}")]
    Formula { mistake: Mistake },
    #[error("a name begins with a letter, is made of letters and digits, and is no function's")]
    NotAName,
    #[error("the formula does not use it")]
    Unused,
    #[error("this comes out as {got}")]
    ComesOutAs { got: String },
    #[error("this is less than {least}")]
    LessThan { least: String },
    #[error("this is more than {most}")]
    MoreThan { most: String },
    #[error("no form of these categories has this field")]
    NoSuchField,
    #[error("what this field holds does not fit")]
    Misfit,
}

/// A flaw and the input it belongs to, such as `subject` or `fields.12`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldFlaw {
    pub field: String,
    #[serde(flatten)]
    pub flaw: Flaw,
}

/// Everything that is wrong with a form, so that all of it can be mended at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flaws(pub Vec<FieldFlaw>);

impl Flaws {
    pub fn one(field: impl Into<String>, flaw: Flaw) -> Self {
        Self(vec![FieldFlaw { field: field.into(), flaw }])
    }

    /// Keeps the value, or notes what is wrong with it and goes on.
    pub fn take<T>(&mut self, field: &str, value: Result<T, Flaw>) -> Option<T> {
        value.map_err(|flaw| self.add(field, flaw)).ok()
    }

    pub fn add(&mut self, field: impl Into<String>, flaw: Flaw) {
        self.0.push(FieldFlaw { field: field.into(), flaw });
    }

    /// Notes a text of more letters than it may have.
    pub fn limit_letters(&mut self, place: &str, text: &str, max: usize) {
        if text.chars().count() > max {
            self.add(place, Flaw::TooLong { max });
        }
    }

    /// Notes that there are more of something than there may be.
    pub fn limit_count(&mut self, place: &str, count: usize, max: usize) {
        if count > max {
            self.add(place, Flaw::TooMany { max });
        }
    }

    /// The same flaws, of a part of something larger: `given` below `examples.0`.
    #[must_use]
    pub fn below(mut self, whole: &str) -> Self {
        for flaw in &mut self.0 {
            flaw.field = format!("{whole}.{}", flaw.field);
        }
        self
    }

    pub fn of(&self, field: &str) -> Option<&Flaw> {
        self.0.iter().find(|known| known.field == field).map(|known| &known.flaw)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Display for Flaws {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, FieldFlaw { field, flaw }) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(f, "{separator}{field}: {flaw}")?;
        }
        Ok(())
    }
}
