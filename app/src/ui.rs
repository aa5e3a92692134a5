//! Parts that know nothing of tickets.

pub mod document;
pub mod not_found;
