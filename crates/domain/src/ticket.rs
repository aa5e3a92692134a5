//! A ticket: the matter itself, from demand to feedback.

use serde::{Deserialize, Serialize};

use crate::actor::{TakesPart, Whose};
use crate::due::Clocks;
use crate::id::{
    AgentId, CategoryId, ChannelId, CustomerId, DepartmentId, FlowVersionId, GroupId, TicketId,
};
use crate::invalid::Flaw;
use crate::priority::{Importance, Priority, Urgency};
use crate::state::{StateCategory, TicketState};
use crate::text::Subject;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    pub id: TicketId,
    pub subject: Subject,
    pub category: CategoryId,
    pub channel: ChannelId,
    pub trigger: Trigger,
    pub requester: CustomerId,
    /// Answers to the customer for the whole ticket; not the handler of a task.
    pub owner: Option<AgentId>,
    pub group: GroupId,
    pub department: DepartmentId,
    pub flow: FlowVersionId,
    pub state: TicketState,
    pub urgency: Urgency,
    pub importance: Importance,
    pub priority: Priority,
    pub clocks: Clocks,
    /// The promise is broken, and that was noticed and counted.
    pub overdue: bool,
    pub wait: Option<Wait>,
    pub resolution: Option<ResolutionCode>,
    pub resolved_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub reopens: u32,
    pub urges: u32,
    pub transfers: u32,
    /// Supervisions that lie on it now (D-14).
    pub supervised: u32,
    /// It runs badly; the desk noticed (H-05).
    pub stuck: bool,
    pub rating: Option<Rating>,
    pub merged_into: Option<TicketId>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

/// What set work in motion: a person who said so, or a system that noticed or went on by
/// itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    #[default]
    Person,
    System,
}

/// Why a ticket waits, and when it comes back by itself (D-09).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    pub reason: String,
    pub wake_at: Option<Timestamp>,
}

/// Whom a ticket waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitFor {
    Customer,
    ThirdParty,
    /// Nobody: put aside until a time.
    Time,
}

/// How a matter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResolutionCode {
    Solved,
    Explained,
    Refunded,
    Replaced,
    Compensated,
    /// The customer no longer needs it, or cannot be reached.
    Withdrawn,
    NotPossible,
}

/// K-01, K-04: result and process are two questions; 1 (bad) to 5 (good).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub result: Stars,
    pub process: Option<Stars>,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Stars(u8);

/// How two tickets belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    Related,
    Duplicate,
    /// The other is part of this one.
    Parent,
    /// This one waits for the other.
    BlockedBy,
}

impl Ticket {
    pub fn whose(&self, takes_part: TakesPart) -> Whose {
        Whose {
            ticket: self.id,
            group: self.group,
            department: self.department,
            owner: self.owner,
            requester: self.requester,
            takes_part,
        }
    }

    /// The same but for marks that are no change to anybody outside.
    pub fn looks_like(&self, other: &Self) -> bool {
        let marked = Self { supervised: self.supervised, stuck: self.stuck, ..other.clone() };
        *self == marked
    }

    /// What waits for somebody outside, or is over, does not run badly.
    pub const fn is_stuck(&self) -> bool {
        self.stuck && matches!(self.state.category(), StateCategory::New | StateCategory::Open)
    }

    /// Nothing is due once it is resolved.
    pub fn due_at(&self) -> Option<Timestamp> {
        self.clocks.due_at().filter(|_| self.state.category().is_live())
    }

    /// Where it stands in a list: live tickets by what is due first, waiting ones by when they
    /// come back, finished ones by when they were finished.
    pub fn rank_at(&self) -> Timestamp {
        match self.state.category() {
            StateCategory::New | StateCategory::Open => self.due_at().unwrap_or(Timestamp::NEVER),
            StateCategory::Waiting => {
                self.wait.as_ref().and_then(|wait| wait.wake_at).unwrap_or(Timestamp::NEVER)
            }
            StateCategory::Resolved => self.resolved_at.unwrap_or(self.updated_at),
            StateCategory::Closed => self.closed_at.unwrap_or(self.updated_at),
        }
    }
}

impl Stars {
    pub const MAX: u8 = 5;

    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Stars {
    type Error = Flaw;

    fn try_from(stars: u8) -> Result<Self, Flaw> {
        if (1..=Self::MAX).contains(&stars) {
            Ok(Self(stars))
        } else {
            Err(Flaw::OutOfRange { min: 1, max: Self::MAX.into() })
        }
    }
}

impl From<Stars> for u8 {
    fn from(stars: Stars) -> Self {
        stars.0
    }
}

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = Flaw;

            fn from_str(text: &str) -> Result<Self, Flaw> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|known| known.as_str() == text)
                    .ok_or(Flaw::NotAChoice)
            }
        }
    };
}

impl Trigger {
    pub const fn is_system(self) -> bool {
        matches!(self, Self::System)
    }

    pub const fn by_system(it_was: bool) -> Self {
        if it_was { Self::System } else { Self::Person }
    }
}

words!(Trigger { Person = "person", System = "system" });
words!(WaitFor { Customer = "customer", ThirdParty = "third_party", Time = "time" });
words!(ResolutionCode {
    Solved = "solved",
    Explained = "explained",
    Refunded = "refunded",
    Replaced = "replaced",
    Compensated = "compensated",
    Withdrawn = "withdrawn",
    NotPossible = "not_possible",
});
words!(LinkKind {
    Related = "related",
    Duplicate = "duplicate",
    Parent = "parent",
    BlockedBy = "blocked_by",
});
