//! What pages show of calculators.

use serde::{Deserialize, Serialize};

use super::{Calculation, CalculatorDef, ResultKind};
use crate::field::FieldKind;
use crate::id::{CalculationId, CalculatorId};
use crate::time::Timestamp;

/// One calculator in the administrator's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculatorLine {
    pub id: CalculatorId,
    pub name: String,
    pub hint: String,
    /// The newest published one; `None` while it is only a draft.
    pub version: Option<u32>,
    pub enabled: bool,
    /// There are changes nobody has published.
    pub draft: bool,
}

/// One calculator, to be edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculatorPage {
    pub id: CalculatorId,
    pub enabled: bool,
    /// Grows with every saved draft; who saves says which one they saw.
    pub revision: i64,
    pub draft: CalculatorDef,
    /// Newest first.
    pub versions: Vec<VersionView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    pub version: u32,
    pub def: CalculatorDef,
    pub note: Option<String>,
    pub by: Option<String>,
    pub at: Timestamp,
}

/// A field inputs and results can be tied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChoice {
    pub key: String,
    pub label: String,
    pub kind: FieldKind,
}

/// What can be calculated in a ticket, and what was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketCalculators {
    pub offered: Vec<OfferedCalculator>,
    /// Newest first.
    pub runs: Vec<CalculationView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferedCalculator {
    pub id: CalculatorId,
    pub version: u32,
    pub def: CalculatorDef,
    /// What stands in its inputs before somebody types, in their order.
    pub given: Vec<String>,
}

/// What an agent wants to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCalculation {
    pub calculator: CalculatorId,
    /// The one the agent saw.
    pub version: u32,
    /// In the order of the inputs.
    pub given: Vec<String>,
    pub write_to: WriteTo,
}

/// Whether the result goes into the field the calculator names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum WriteTo {
    Nothing,
    /// Over what the agent saw there.
    Field {
        seen: Option<String>,
    },
}

/// A stored calculation, worked out again for whoever looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculationView {
    pub id: CalculationId,
    pub calculator: CalculatorId,
    pub version: u32,
    /// As the calculator was called in that version.
    pub name: String,
    pub label: String,
    pub kind: ResultKind,
    pub calculation: Calculation,
    /// The field it was written into, by its label.
    pub field: Option<String>,
    pub by: Option<String>,
    pub at: Timestamp,
    pub recomputed: Recomputed,
}

/// What the same version makes of the same inputs today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "recomputed", rename_all = "snake_case")]
pub enum Recomputed {
    Same,
    Differs {
        now: String,
    },
    /// It does not work any more at all.
    Fails,
}

impl Recomputed {
    pub fn of(def: &CalculatorDef, stored: &Calculation) -> Self {
        let again = def.ready().and_then(|it| it.run(&stored.given_to(def)));
        match again {
            Ok(again) if again.result == stored.result => Self::Same,
            Ok(again) => Self::Differs { now: again.result },
            Err(_) => Self::Fails,
        }
    }
}
