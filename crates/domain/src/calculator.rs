//! Calculators: formulas that are declared, kept in versions and run inside a ticket (E-05).
//!
//! A [`CalculatorDef`] is what an administrator writes, as far as they have come. One that holds
//! together is a [`Calculator`], and can be run. The same code runs while somebody types in the
//! browser, when the server stores a result, and when an inspector works it out again.

mod checking;
mod difference;
mod input;
mod page;
mod result;
mod running;
mod sizes;
mod source;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::id::CategoryId;

pub use difference::Change;
pub use input::{InputDef, InputKind};
pub use page::{
    CalculationView, CalculatorLine, CalculatorPage, FieldChoice, NewCalculation,
    OfferedCalculator, Recomputed, TicketCalculators, VersionView, WriteTo,
};
pub use result::{ResultDef, ResultKind, RoundTo};
pub use running::{Calculation, Calculator, Given};
pub use source::{Fact, Known, Source};

/// What an administrator declares. A draft may be unfinished; [`CalculatorDef::check`] says what
/// is missing, and only what passes is published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalculatorDef {
    pub name: String,
    /// When to use it, for whoever has to choose.
    pub hint: String,
    /// The branches and leaves it is offered under; none of them is all of them.
    pub categories: Vec<CategoryId>,
    pub inputs: Vec<InputDef>,
    pub formula: String,
    pub result: ResultDef,
    pub examples: Vec<Example>,
}

/// What has to come out of certain inputs. A definition whose examples fail is not published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// In the order of the inputs.
    pub given: Vec<String>,
    pub expected: String,
}

impl CalculatorDef {
    /// Offered for a ticket of this category, whose ancestors are in `path`, too.
    pub fn is_offered(&self, path: &[CategoryId]) -> bool {
        self.categories.is_empty() || path.iter().any(|id| self.categories.contains(id))
    }
}
