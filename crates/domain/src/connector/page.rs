//! What administrators see of the systems this desk operates.

use serde::{Deserialize, Serialize};

use super::Connector;
use super::inbound::Taken;
use crate::business::Sight;
use crate::id::TicketNumber;
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
    pub name: String,
    pub state: OutboxState,
    pub tries: u32,
    pub reason: Option<String>,
    pub reference: Option<String>,
    pub at: Timestamp,
}

/// Something it told us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldLine {
    pub event: String,
    pub kind: String,
    pub taken: Taken,
    pub at: Timestamp,
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
            name: item.action.name,
            state: item.state,
            tries: item.tries,
            reason: item.reason,
            reference: item.reference,
            at: item.created_at,
        }
    }
}
