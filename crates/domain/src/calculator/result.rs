//! What comes out of a calculator: rounded, within limits, and where it is written.

use serde::{Deserialize, Serialize};

use super::input::{money, number, percent, points};
use crate::field::FieldKind;
use crate::formula::{Exact, Rounding};
use crate::invalid::Flaw;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultDef {
    /// 应赔金额.
    pub label: String,
    pub kind: ResultKind,
    pub round_to: RoundTo,
    pub rounding: Rounding,
    /// A result below it is refused; blank is no limit.
    pub least: String,
    pub most: String,
    /// Key of the field of the ticket's form it may be written into.
    pub field: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultKind {
    #[default]
    Money,
    Number,
    Percent,
    Days,
}

/// The unit of rounding: 分, 角, 元 of money; places of other numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundTo {
    #[default]
    Hundredth,
    Tenth,
    One,
}

impl Default for ResultDef {
    fn default() -> Self {
        Self {
            label: String::new(),
            kind: ResultKind::Money,
            round_to: RoundTo::Hundredth,
            rounding: Rounding::HalfUp,
            least: String::new(),
            most: String::new(),
            field: None,
        }
    }
}

impl ResultDef {
    /// Rounds it, and refuses what lies beyond the limits or can be of no use to anybody.
    pub fn settle(&self, raw: Exact) -> Result<Exact, Flaw> {
        let settled = raw.rounded(self.unit(), self.rounding).ok_or(Flaw::NotANumber)?;
        if let Some(least) = self.limit(&self.least).filter(|least| settled < *least) {
            return Err(Flaw::LessThan { least: self.kind.write(least) });
        }
        if let Some(most) = self.limit(&self.most).filter(|most| settled > *most) {
            return Err(Flaw::MoreThan { most: self.kind.write(most) });
        }
        Ok(settled)
    }

    /// Whether a field of this kind can hold it; number fields hold whole ones.
    pub fn fits_into(&self, field: &FieldKind) -> bool {
        match field {
            FieldKind::Money => self.kind == ResultKind::Money,
            FieldKind::Number { .. } => {
                self.kind != ResultKind::Money && self.round_to == RoundTo::One
            }
            FieldKind::Text { .. } => true,
            FieldKind::Date
            | FieldKind::Choice { .. }
            | FieldKind::Choices { .. }
            | FieldKind::Cascade { .. }
            | FieldKind::Phone
            | FieldKind::IdNumber
            | FieldKind::Order
            | FieldKind::Attachment => false,
        }
    }

    fn unit(&self) -> Exact {
        let unit = match self.round_to {
            RoundTo::Hundredth => Exact::hundredths(1),
            RoundTo::Tenth => Exact::hundredths(10),
            RoundTo::One => Exact::whole(1),
        };
        match self.kind {
            ResultKind::Percent => unit.over(Exact::whole(100)).unwrap_or(unit),
            ResultKind::Money | ResultKind::Number | ResultKind::Days => unit,
        }
    }

    fn limit(&self, text: &str) -> Option<Exact> {
        self.kind.read(text).ok()
    }
}

impl ResultKind {
    pub const ALL: [Self; 4] = [Self::Money, Self::Number, Self::Percent, Self::Days];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Days => "days",
        }
    }

    pub fn read(self, text: &str) -> Result<Exact, Flaw> {
        let text = text.trim();
        match self {
            _ if text.is_empty() => Err(Flaw::Blank),
            Self::Money => {
                let bare = text.replace(['¥', '￥', ','], "");
                let yuan = number(&bare).map_err(|_| Flaw::NotMoney)?;
                yuan.in_hundredths().map(|_| yuan).ok_or(Flaw::NotMoney)
            }
            Self::Percent => percent(text),
            Self::Number | Self::Days => number(text),
        }
    }

    pub fn write(self, value: Exact) -> String {
        match self {
            Self::Money => money(value),
            Self::Percent => points(value),
            Self::Number | Self::Days => value.to_text(),
        }
    }
}

impl RoundTo {
    pub const ALL: [Self; 3] = [Self::Hundredth, Self::Tenth, Self::One];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hundredth => "hundredth",
            Self::Tenth => "tenth",
            Self::One => "one",
        }
    }
}
