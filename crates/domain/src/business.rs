//! Things in other systems that a ticket is about: orders, refunds, repairs.
//!
//! A ticket keeps which one, and how it was at the time; how it is now is always asked of the system
//! it lives in (J-06).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::connector::operation::Input;
use crate::connector::{ConnectorKey, OperationKey};
use crate::outbox::Trouble;
use crate::state::NotAState;
use crate::time::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefKind {
    Order,
    Refund,
    Repair,
    Shipment,
    Voucher,
    Payment,
}

/// One thing a ticket is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessRef {
    pub kind: RefKind,
    pub number: String,
    /// Whose it is, where that is known.
    pub connector: Option<ConnectorKey>,
    /// How it was at the time, by the keys of what its connector shows.
    pub snapshot: BTreeMap<String, String>,
    pub state: Option<String>,
    pub at: Timestamp,
}

/// What looking at a thing showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sight", rename_all = "snake_case")]
pub enum Sight {
    Seen(Seen),
    /// The system it would be in knows no such thing, and says so.
    Nothing {
        reason: String,
    },
    NotReachable {
        trouble: Trouble,
    },
    /// No connector looks at things of this kind.
    NotConnected,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// In the other system's own word.
    pub state: Option<String>,
    /// What people call that.
    pub state_name: Option<String>,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub key: String,
    pub label: String,
    pub value: String,
}

/// A thing a ticket is about, as it was and as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThingNow {
    pub was: BusinessRef,
    /// What the system it lives in is called.
    pub whose: Option<String>,
    pub now: Sight,
    pub at: Timestamp,
}

/// Something another system can be asked to do for a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PossibleAct {
    pub connector: ConnectorKey,
    pub operation: OperationKey,
    /// `优选商城 · 退款`.
    pub name: String,
    /// What it needs, and the ticket does not know.
    pub asks: Vec<Input>,
}

impl BusinessRef {
    /// Nothing is known of it yet.
    pub fn named(kind: RefKind, number: &str, at: Timestamp) -> Self {
        let (number, snapshot) = (number.to_owned(), BTreeMap::new());
        Self { kind, number, connector: None, snapshot, state: None, at }
    }
}

impl RefKind {
    pub const ALL: [Self; 6] =
        [Self::Order, Self::Refund, Self::Repair, Self::Shipment, Self::Voucher, Self::Payment];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Refund => "refund",
            Self::Repair => "repair",
            Self::Shipment => "shipment",
            Self::Voucher => "voucher",
            Self::Payment => "payment",
        }
    }
}

impl TryFrom<String> for RefKind {
    type Error = NotAState;

    fn try_from(text: String) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(NotAState(text))
    }
}
