//! What a calculator is given.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::field::{FieldKind, FieldValue};
use crate::formula::{Exact, Kind, Value};
use crate::invalid::Flaw;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputDef {
    /// As the formula and the people call it: 货款.
    pub name: String,
    pub kind: InputKind,
    /// Shown behind a number: 件, 倍. Money, percent and days bring their own.
    pub unit: String,
    /// Where it is filled from.
    pub source: Option<Source>,
    /// What stands there when nothing fills it.
    pub default: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum InputKind {
    /// Yuan.
    #[default]
    Money,
    Number,
    /// Typed as `12.5`, counted as an eighth.
    Percent,
    /// Whole days. Bound to a date, those since then.
    Days,
    Choice {
        options: Vec<String>,
    },
}

impl InputKind {
    /// One of each, a choice still without options.
    pub const fn all() -> [Self; 5] {
        let choice = Self::Choice { options: Vec::new() };
        [Self::Money, Self::Number, Self::Percent, Self::Days, choice]
    }

    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Days => "days",
            Self::Choice { .. } => "choice",
        }
    }

    /// What it is in a formula.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Money | Self::Number | Self::Percent | Self::Days => Kind::Number,
            Self::Choice { .. } => Kind::Text,
        }
    }

    pub fn read(&self, text: &str) -> Result<Value, Flaw> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Flaw::Blank);
        }
        match self {
            Self::Money => match FieldKind::Money.parse(text)? {
                FieldValue::Money(fen) => Ok(Value::Number(Exact::hundredths(fen))),
                _ => Err(Flaw::NotMoney),
            },
            Self::Number => number(text).map(Value::Number),
            Self::Percent => percent(text).map(Value::Number),
            Self::Days => days(text).map(Value::Number),
            Self::Choice { options } => {
                let chosen = options.iter().find(|option| *option == text);
                chosen.cloned().map(Value::Text).ok_or(Flaw::NotAChoice)
            }
        }
    }

    /// As it is kept and shown, however it was typed: `267.00`.
    pub fn write(&self, value: &Value) -> String {
        match (self, value) {
            (Self::Money, Value::Number(yuan)) => money(*yuan),
            (Self::Percent, Value::Number(part)) => points(*part),
            (_, Value::Number(number)) => number.to_text(),
            (_, Value::Text(text)) => text.clone(),
            (_, Value::Truth(truth)) => truth.to_string(),
        }
    }
}

/// With no more places than are shown, so that it reads back as it was.
pub(super) fn number(text: &str) -> Result<Exact, Flaw> {
    let number = Exact::decimal(text).ok_or(Flaw::NotANumber)?;
    let whole = Exact::decimal(&number.to_text()) == Some(number);
    if whole { Ok(number) } else { Err(Flaw::NotANumber) }
}

pub(super) fn percent(text: &str) -> Result<Exact, Flaw> {
    let points = number(text.trim_end_matches(['%', '％']).trim_end())?;
    points.over(Exact::whole(100)).ok_or(Flaw::NotANumber)
}

fn days(text: &str) -> Result<Exact, Flaw> {
    const MOST: i64 = 36_500;
    let days = text.parse::<i64>().map_err(|_| Flaw::NotANumber)?;
    let known = (0..=MOST).contains(&days).then_some(Exact::whole(days));
    known.ok_or(Flaw::OutOfRange { min: 0, max: MOST })
}

pub(super) fn money(yuan: Exact) -> String {
    match yuan.in_hundredths() {
        Some(fen) => FieldValue::Money(fen).to_text(),
        None => yuan.to_text(),
    }
}

pub(super) fn points(part: Exact) -> String {
    part.times(Exact::whole(100)).map(Exact::to_text).unwrap_or_default()
}
