//! Where inputs are filled from, so that nothing known is typed again (E-04).

use serde::{Deserialize, Serialize};

use super::{InputDef, InputKind};
use crate::day::Day;
use crate::field::{FieldKind, FieldValue};
use crate::ticket::Ticket;
use crate::time::{Span, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Source {
    /// A field of the ticket's form, by its key.
    Field { key: String },
    /// Something the ticket itself knows.
    Fact { fact: Fact },
}

/// What every ticket knows without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Whole days since it was filed.
    DaysOpen,
    /// Whole days beyond the promised solution.
    DaysOverdue,
    Reopens,
    Urges,
    /// 1 for a customer who is, 0 for others.
    Vip,
}

/// What is known of a ticket when a calculator is opened beside it.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    pub now: Timestamp,
    pub filed_at: Timestamp,
    pub resolution_due: Option<Timestamp>,
    pub reopens: u32,
    pub urges: u32,
    pub vip: bool,
}

impl Known {
    pub fn of(ticket: &Ticket, vip: bool, now: Timestamp) -> Self {
        Self {
            now,
            filed_at: ticket.created_at,
            resolution_due: ticket.clocks.resolution_due,
            reopens: ticket.reopens,
            urges: ticket.urges,
            vip,
        }
    }
}

impl InputDef {
    /// What stands in the input before somebody types: what its source holds, else its default.
    pub fn prefilled(&self, known: &Known, field: impl Fn(&str) -> Option<FieldValue>) -> String {
        let filled = match &self.source {
            Some(Source::Field { key }) => field(key).and_then(|it| self.kind.take(&it, known.now)),
            Some(Source::Fact { fact }) => self.kind.take_number(fact.of(known)),
            None => None,
        };
        filled.unwrap_or_else(|| self.default.clone())
    }
}

impl InputKind {
    /// Whether a field of this kind can fill it.
    pub const fn can_take(&self, field: &FieldKind) -> bool {
        match field {
            FieldKind::Money => matches!(self, Self::Money | Self::Number),
            FieldKind::Number { .. } => !matches!(self, Self::Choice { .. }),
            FieldKind::Date => matches!(self, Self::Days),
            FieldKind::Choice { .. } => matches!(self, Self::Choice { .. }),
            FieldKind::Text { .. } => true,
            FieldKind::Choices { .. }
            | FieldKind::Cascade { .. }
            | FieldKind::Phone
            | FieldKind::IdNumber
            | FieldKind::Order
            | FieldKind::Attachment => false,
        }
    }

    /// What a field's value is as this input; a date is the days since then.
    fn take(&self, value: &FieldValue, now: Timestamp) -> Option<String> {
        match (self, value) {
            (Self::Days, FieldValue::Date(date)) => {
                self.take_number(Day::at(now).since(Day::read(date)?))
            }
            (_, FieldValue::Date(_)) => None,
            (_, value) => self.canonical(&value.to_text()),
        }
    }

    fn take_number(&self, number: i64) -> Option<String> {
        self.canonical(&number.to_string())
    }

    fn canonical(&self, text: &str) -> Option<String> {
        self.read(text).ok().map(|value| self.write(&value))
    }
}

impl Fact {
    pub const ALL: [Self; 5] =
        [Self::DaysOpen, Self::DaysOverdue, Self::Reopens, Self::Urges, Self::Vip];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DaysOpen => "days_open",
            Self::DaysOverdue => "days_overdue",
            Self::Reopens => "reopens",
            Self::Urges => "urges",
            Self::Vip => "vip",
        }
    }

    fn of(self, known: &Known) -> i64 {
        let Known { now, filed_at, resolution_due, reopens, urges, vip } = *known;
        match self {
            Self::DaysOpen => whole_days(now - filed_at),
            Self::DaysOverdue => resolution_due.map_or(0, |due| whole_days(now - due)),
            Self::Reopens => reopens.into(),
            Self::Urges => urges.into(),
            Self::Vip => vip.into(),
        }
    }
}

fn whole_days(span: Span) -> i64 {
    (span.0 / Span::days(1).0).max(0)
}
