//! Work promised now and done later.

use serde::{Deserialize, Serialize};

use crate::flow::Outcome;
use crate::id::{CategoryId, SupervisionId, TaskId, TicketId};

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
    /// Open the ticket a step waits for.
    OpenChild { task: TaskId, category: CategoryId },
    /// See whether a supervision missed what was due, and let it climb.
    Supervise { supervision: SupervisionId },
}

/// How doing it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Done,
    /// The reason for it is gone.
    Obsolete,
}
