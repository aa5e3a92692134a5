//! What administrators see of the systems this desk operates.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::inbound::Taken;
use super::{Connector, OperationKey};
use crate::business::Sight;
use crate::id::TicketNumber;
use crate::invalid::Flaw;
use crate::outbox::{OutboxItem, OutboxState};
use crate::time::{Span, Timestamp};

/// A connector as it is declared. Its secret is shown to nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    pub connector: Connector,
    pub has_secret: bool,
    pub updated_at: Timestamp,
}

/// One of them, with what went over the line lately, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectorPage {
    pub declared: Declared,
    pub calls: Vec<CallLine>,
    pub told: Vec<ToldLine>,
}

/// Something it was asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallLine {
    pub ticket: TicketNumber,
    pub operation: OperationKey,
    pub name: String,
    pub state: OutboxState,
    pub tries: u32,
    pub reason: Option<String>,
    pub reference: Option<String>,
    pub at: Timestamp,
    pub settled_at: Option<Timestamp>,
}

/// Something it told us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldLine {
    pub event: String,
    pub kind: String,
    pub taken: Taken,
    pub at: Timestamp,
}

/// One page of what it told us, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPage {
    pub rows: Vec<ToldLine>,
    /// Present when there is more.
    pub next: Option<ToldPlace>,
}

/// Where a page of what it told us ends. Its names for its events are its own, so there is no
/// number to go by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPlace {
    pub at: Timestamp,
    pub event: String,
}

/// One question, asked to see whether there is an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// Absent when nothing came back.
    pub status: Option<u16>,
    /// The beginning of what came back, as it came.
    pub said: String,
    /// How that is understood.
    pub sight: Sight,
    pub took: Span,
}

impl From<OutboxItem> for CallLine {
    fn from(item: OutboxItem) -> Self {
        Self {
            ticket: item.ticket.number(),
            operation: item.action.operation,
            name: item.action.name,
            state: item.state,
            tries: item.tries,
            reason: item.reason,
            reference: item.reference,
            at: item.created_at,
            settled_at: item.settled_at,
        }
    }
}

impl ToldLine {
    pub fn place(&self) -> ToldPlace {
        ToldPlace { at: self.at, event: self.event.clone() }
    }
}

impl fmt::Display for ToldPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at.0, self.event)
    }
}

impl FromStr for ToldPlace {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        let (at, event) = text.split_once('.').ok_or(Flaw::Unknown)?;
        let at = at.parse().map(Timestamp).map_err(|_| Flaw::Unknown)?;
        // No database has such an event, and one of them has no room for the question.
        let known = !event.is_empty() && !event.contains('\0');
        known.then(|| Self { at, event: event.to_owned() }).ok_or(Flaw::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::ToldPlace;
    use crate::time::Timestamp;

    #[test]
    fn a_place_reads_back_whatever_the_event_is_called() {
        for event in ["e-1", "退款.2026.7", "a b?c=d"] {
            let place = ToldPlace { at: Timestamp(1_767_225_600_000), event: event.into() };
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for text in ["", "1", "1.", "x.e", "1.\0"] {
            assert!(text.parse::<ToldPlace>().is_err(), "{text:?}");
        }
    }
}
