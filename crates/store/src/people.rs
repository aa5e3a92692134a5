//! Rows about who works here: departments, groups, roles and agents.

pub mod agents;
pub mod departments;
pub mod groups;
pub mod roles;
