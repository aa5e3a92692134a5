//! Another system the desk may operate: where it is, what can be asked of it, what it may tell us.
//!
//! A connector is declared by an administrator, as data (J-09). How an answer is understood is
//! [`crate::outbox`]'s to say; sending is the channels' work.

pub mod check;
pub mod inbound;
pub mod looking;
pub mod operation;
pub mod page;
pub mod typed;

use serde::{Deserialize, Serialize};

use crate::business::PossibleAct;
use crate::template::Particulars;
use crate::text::Name;
use crate::time::Span;
use inbound::InboundRule;
use operation::{Does, Operation};

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn new(key: &str) -> Self {
                Self(key.to_owned())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

keys! {
    /// What flows and addresses call a connector: `shop`.
    ConnectorKey,
    /// What a connector's operation is called: `refund`.
    OperationKey,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connector {
    pub key: ConnectorKey,
    pub name: Name,
    /// Paths of operations are put behind it.
    pub base_url: String,
    /// The hosts it may be asked at, such as `shop.example.com` or `127.0.0.1:3010`; any other is
    /// refused before anything is sent.
    pub hosts: Vec<String>,
    #[serde(default = "usual_timeout")]
    pub timeout: Span,
    /// The door its tickets come through.
    #[serde(default)]
    pub channel: Option<String>,
    #[serde(default)]
    pub operations: Vec<Operation>,
    #[serde(default)]
    pub inbound: Vec<InboundRule>,
}

impl Connector {
    /// What it can be asked to do, and what it would have to be told besides what is known.
    pub fn acts<'a>(&'a self, known: &'a Particulars) -> impl Iterator<Item = PossibleAct> + 'a {
        let acts = self.operations.iter().filter(|it| matches!(it.does, Does::Act { .. }));
        acts.map(|operation| PossibleAct {
            connector: self.key.clone(),
            operation: operation.key.clone(),
            name: self.name_of(operation),
            asks: operation
                .asks
                .iter()
                .filter(|it| known.find(&it.key).is_none())
                .cloned()
                .collect(),
        })
    }

    /// `优选商城 · 退款`.
    pub fn name_of(&self, operation: &Operation) -> String {
        format!("{} · {}", self.name, operation.name)
    }

    pub fn operation(&self, key: &OperationKey) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.key == *key)
    }
}

const fn usual_timeout() -> Span {
    Span::seconds(10)
}
