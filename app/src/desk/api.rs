//! What the workspace asks of the server. Three lines each: find the desk, do the operation,
//! answer.

pub mod acting;
pub mod asking;
pub mod boards;
pub mod calculators;
pub mod case_file;
pub mod catalogue;
pub mod connectors;
pub mod customers;
pub mod editing;
pub mod filing;
pub mod flows;
pub mod lists;
pub mod looking;
pub mod outside;
pub mod partners;
pub mod rules;
pub mod saying;
pub mod session;
pub mod supervising;
