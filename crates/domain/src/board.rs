//! The live board (H-01, H-02, C-07, L-01 … L-03): numbers of the day, each opening the list behind
//! it.

use serde::{Deserialize, Serialize};

use crate::id::{AgentId, DepartmentId, GroupId};
use crate::time::Timestamp;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    pub totals: Figures,
    pub groups: Vec<GroupFigures>,
    pub people: Vec<PersonFigures>,
    /// The last twenty-four hours, oldest first; the last one is not over yet.
    pub hours: Vec<Hour>,
    pub at: Option<Timestamp>,
}

/// Today is the civil day of the desk's time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Filed today.
    pub created: i64,
    /// Of those, what a system set in motion.
    pub created_by_system: i64,
    /// L-01: first accepted today.
    pub accepted: i64,
    /// L-02: tasks completed today.
    pub handled: i64,
    pub resolved: i64,
    /// New and open now.
    pub backlog: i64,
    pub overdue: i64,
    pub waiting: i64,
    pub rated: i64,
    pub rated_good: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFigures {
    pub group: GroupId,
    pub department: DepartmentId,
    pub name: String,
    pub backlog: i64,
    pub unclaimed: i64,
    pub overdue: i64,
    pub waiting: i64,
    pub resolved_today: i64,
    /// Tasks in worklists ÷ caps of those who are there, in per cent.
    pub load: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFigures {
    pub agent: AgentId,
    pub name: String,
    pub groups: Vec<GroupId>,
    pub available: bool,
    pub actionable: i64,
    pub held: i64,
    pub overdue: i64,
    pub owned: i64,
    pub cap: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hour {
    pub start: Timestamp,
    pub created: i64,
    pub resolved: i64,
}

impl Figures {
    /// L-03, second variant: resolved ÷ accepted in the period, in tenths of a per cent.
    pub fn completion(&self) -> Option<i64> {
        (self.accepted > 0).then(|| self.resolved * 1000 / self.accepted)
    }

    /// L-10: share of ratings with four or five stars, in tenths of a per cent.
    pub fn satisfaction(&self) -> Option<i64> {
        (self.rated > 0).then(|| self.rated_good * 1000 / self.rated)
    }
}
