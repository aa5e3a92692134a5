//! What the desk does by itself, as administrators set it up.

use serde::{Deserialize, Serialize};

use crate::archive::ArchiveAfter;
use crate::id::CategoryId;
use crate::stuck::Thresholds;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    pub archive_after: ArchiveAfter,
    pub stuck: Thresholds,
    /// Every leaf, in the order of the tree.
    pub leaves: Vec<LeafRule>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeafRule {
    pub id: CategoryId,
    /// The names from the top.
    pub path: Vec<String>,
    /// Automation leaves its tickets to people (D-28).
    pub people_only: bool,
}
