//! Things in other systems that a ticket is about: orders, refunds, repairs.
//!
//! A ticket keeps which one, and how it was at the time; how it is now is always asked of the system
//! it lives in (J-06).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::connector::ConnectorKey;
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
