//! Who works at the desk, and how they are arranged.

use serde::{Deserialize, Serialize};

use crate::id::{AgentId, DepartmentId, GroupId};

/// A node of the organisation tree (P-12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    pub id: DepartmentId,
    pub parent: Option<DepartmentId>,
    pub name: String,
    pub leader: Option<AgentId>,
    /// The regions it serves, when it is a branch (C-09): `浙江`, `浙江 / 杭州`.
    pub territory: Vec<String>,
}

/// A working group that receives tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub id: GroupId,
    pub department: DepartmentId,
    pub name: String,
    pub dispatch: Dispatch,
    /// Who gets what it cannot solve (D-21).
    pub escalates_to: Option<GroupId>,
}

/// How a group's work finds its people (C-01, C-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dispatch {
    /// It waits in the queue until somebody takes it.
    Claim,
    /// It goes to whoever of the group has the least to do.
    LeastLoaded,
}

/// An agent in a group (C-10: one agent may be in several).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub group: GroupId,
    pub agent: AgentId,
    /// 1 (new) to 5 (expert).
    pub skill: u8,
    /// How many tasks at once are given out unasked.
    pub cap: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    pub id: AgentId,
    pub login: String,
    pub name: String,
    pub department: DepartmentId,
    /// Takes work now; somebody who is away gets none unasked.
    pub available: bool,
    pub active: bool,
}

/// Somebody's name beside something they did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: AgentId,
    pub name: String,
}

/// A department's name beside its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentName {
    pub id: DepartmentId,
    pub name: String,
}

/// A group's name beside its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName {
    pub id: GroupId,
    pub name: String,
}

impl Department {
    /// How closely it serves `region`, in characters of the part that fits; `None` when it does
    /// not. A branch for 浙江 / 杭州 is nearer to 杭州 than one for all of 浙江.
    pub fn serves(&self, region: &str) -> Option<usize> {
        let fits = self.territory.iter().filter(|part| {
            region
                .strip_prefix(part.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with('/'))
        });
        fits.map(String::len).max()
    }
}

impl Dispatch {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::LeastLoaded => "least_loaded",
        }
    }
}

impl TryFrom<String> for Dispatch {
    type Error = crate::invalid::Flaw;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        [Self::Claim, Self::LeastLoaded]
            .into_iter()
            .find(|mode| mode.as_str() == text)
            .ok_or(crate::invalid::Flaw::NotAChoice)
    }
}
