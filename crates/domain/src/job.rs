//! Work promised now and done later.

use serde::{Deserialize, Serialize};

use crate::business::RefKind;
use crate::flow::Outcome;
use crate::id::{CategoryId, OutboxId, SupervisionId, TaskId, TicketId};
use crate::time::Span;

/// A closed list: a new kind of work does not compile until the worker knows how to do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Bring a waiting ticket back at its time.
    Wake { ticket: TicketId },
    /// Close a resolved ticket nobody objected to.
    Close { ticket: TicketId },
    /// Go on from a step the desk does by itself, such as a timer.
    Advance { task: TaskId, outcome: Outcome },
    /// Send the partner's people the link to a task of theirs.
    InvitePartner { task: TaskId },
    /// Open the ticket a step waits for.
    OpenChild { task: TaskId, category: CategoryId },
    /// See whether a supervision missed what was due, and let it climb.
    Supervise { supervision: SupervisionId },
    /// Ask another system to do what was promised.
    CallOut { item: OutboxId },
    /// Keep how a thing a ticket is about is now.
    TakeSnapshot { ticket: TicketId, thing: RefKind, number: String },
}

/// Who does it. Whoever waits for another system keeps nobody else waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    Desk,
    Outside,
}

/// How doing it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Done,
    /// The reason for it is gone.
    Obsolete,
    /// Not yet, and for a reason that is no fault of ours.
    Again {
        after: Span,
    },
}

impl Job {
    pub const fn lane(&self) -> Lane {
        match self {
            Self::Wake { .. }
            | Self::Close { .. }
            | Self::Advance { .. }
            | Self::InvitePartner { .. }
            | Self::OpenChild { .. }
            | Self::Supervise { .. } => Lane::Desk,
            Self::CallOut { .. } | Self::TakeSnapshot { .. } => Lane::Outside,
        }
    }
}

impl Lane {
    /// How it is kept in an index.
    pub const fn code(self) -> i64 {
        match self {
            Self::Desk => 0,
            Self::Outside => 1,
        }
    }
}
