//! The list behind a number of the board (H-02): as many rows as the number says.
//!
//! Numbers that tell how tickets stand open a view of the workspace. What happened today and what
//! people have in hand are of another kind, and are listed here.

use serde::{Deserialize, Serialize};

use crate::counter::Tally;
use crate::id::{AgentId, GroupId};
use crate::invalid::Flaw;
use crate::list::{Cursor, Page, PageSize, TaskRow, TicketRow};
use crate::time::Timestamp;

/// A number that can be looked behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// Filed today.
    Created,
    /// Of those, what a system set in motion.
    CreatedBySystem,
    /// L-01: first accepted today.
    Accepted,
    /// L-02: tasks completed today.
    Handled,
    /// Resolved today; a ticket resolved twice is there twice.
    Resolved,
    /// L-10: rated today.
    Rated,
    /// Tasks in a queue, with nobody's name on them.
    Unclaimed,
    /// Somebody's tasks to do now.
    Actionable,
    /// Those of them that are late.
    Late,
    /// Somebody's tasks that wait for something.
    Held,
    /// Tickets somebody answers for: new, open and waiting.
    Owned,
}

/// What a number is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeOf {
    /// What happened since the day began, the latest first.
    Today(Tally),
    /// Tasks in the queues of groups, the most pressing first.
    Queue,
    /// One person's tasks, the most pressing first.
    Tasks(TasksOf),
    /// One person's tickets, the most pressing first.
    Tickets,
}

/// Which of a person's tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TasksOf {
    Actionable,
    Late,
    Held,
}

/// Which number to look behind. Numbers of people need a person; the others are of all groups one
/// may see boards of, or of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BehindQuery {
    pub number: Number,
    pub group: Option<GroupId>,
    pub person: Option<AgentId>,
    pub after: Option<Cursor>,
    pub limit: PageSize,
}

/// One page of what a number is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    /// The number, read together with the rows.
    pub count: i64,
    /// The group or the person it is of.
    pub whose: Option<String>,
    pub page: Page<BehindRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BehindRow {
    /// When it happened; of what has not happened yet, when it is due.
    pub at: Option<Timestamp>,
    /// `None` for what has gone where one may not read: it is counted all the same.
    pub seen: Option<Seen>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seen {
    Ticket(Box<TicketRow>),
    Task(Box<TaskRow>),
}

impl Number {
    pub const ALL: [Self; 11] = [
        Self::Created,
        Self::CreatedBySystem,
        Self::Accepted,
        Self::Handled,
        Self::Resolved,
        Self::Rated,
        Self::Unclaimed,
        Self::Actionable,
        Self::Late,
        Self::Held,
        Self::Owned,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::CreatedBySystem => "created_by_system",
            Self::Accepted => "accepted",
            Self::Handled => "handled",
            Self::Resolved => "resolved",
            Self::Rated => "rated",
            Self::Unclaimed => "unclaimed",
            Self::Actionable => "actionable",
            Self::Late => "late",
            Self::Held => "held",
            Self::Owned => "owned",
        }
    }

    pub const fn made_of(self) -> MadeOf {
        match self {
            Self::Created => MadeOf::Today(Tally::Created),
            Self::CreatedBySystem => MadeOf::Today(Tally::CreatedBySystem),
            Self::Accepted => MadeOf::Today(Tally::Accepted),
            Self::Handled => MadeOf::Today(Tally::Handled),
            Self::Resolved => MadeOf::Today(Tally::Resolved),
            Self::Rated => MadeOf::Today(Tally::Rated),
            Self::Unclaimed => MadeOf::Queue,
            Self::Actionable => MadeOf::Tasks(TasksOf::Actionable),
            Self::Late => MadeOf::Tasks(TasksOf::Late),
            Self::Held => MadeOf::Tasks(TasksOf::Held),
            Self::Owned => MadeOf::Tickets,
        }
    }
}

impl BehindQuery {
    /// The first page of a number of all groups.
    pub fn of(number: Number) -> Self {
        let limit = PageSize::default();
        Self { number, group: None, person: None, after: None, limit }
    }
}

impl std::str::FromStr for Number {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|number| number.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}
