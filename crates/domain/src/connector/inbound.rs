//! What another system may tell us, and what then happens here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::business::RefKind;
use crate::flow::StepKey;
use crate::id::TicketNumber;
use crate::template::Template;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboundRule {
    /// What it calls the event: `order.unconfirmed`.
    pub event: String,
    pub then: Then,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Then {
    /// A ticket is filed (A-14, D-02).
    Create(Box<Draft>),
    /// A task that waits for that system goes on, on every ticket about this thing.
    Advance(Advance),
}

/// What came of an event. Told again, the answer is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub outcome: TakenAs,
    pub tickets: Vec<TicketNumber>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakenAs {
    /// A ticket was filed.
    Created,
    /// Tasks that waited for it went on.
    Advanced,
    /// No ticket waits for it.
    Nothing,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    pub about: About,
    /// This step's task, whoever has it; without it, whatever waits for somebody outside.
    #[serde(default)]
    pub step: Option<StepKey>,
    /// How the step ends.
    pub outcome: Template,
    #[serde(default)]
    pub note: Option<Template>,
}

/// A ticket as it would be filed, with places in its texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub category: Vec<String>,
    pub subject: Template,
    pub description: Template,
    #[serde(default)]
    pub fields: BTreeMap<String, Template>,
    pub customer: Who,
    #[serde(default)]
    pub about: Vec<About>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Who {
    pub name: Template,
    #[serde(default)]
    pub phone: Option<Template>,
    #[serde(default)]
    pub email: Option<Template>,
}

/// A thing in another system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub kind: RefKind,
    pub number: Template,
}
