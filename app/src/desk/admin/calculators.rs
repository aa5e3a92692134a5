//! Calculators: declared formulas, kept in versions (E-05).

mod basics;
mod categories;
mod cell;
mod editor;
mod examples;
mod formula;
mod inputs;
mod list;
mod one;
mod publishing;
mod result;
mod source;
mod versions;

pub use list::CalculatorsPage;
pub use one::CalculatorPage;
