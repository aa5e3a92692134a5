//! Rows about what can be filed: the category tree, its forms, the channels and the flows.

pub mod categories;
pub mod channels;
pub mod fields;
pub mod flows;
