//! Which numbers a ticket and a task are part of.
//!
//! Counters are never counted: every write compares what a row counted towards before and after,
//! and the difference is added in the same transaction. So these two functions are the definition
//! of every live number in the product.

use serde::{Deserialize, Serialize};

use crate::state::Stage;
use crate::task::{Task, TaskKind};
use crate::ticket::Ticket;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Count {
    TicketsNew,
    TicketsOpen,
    TicketsWaiting,
    TicketsResolved,
    TicketsClosed,
    TicketsArchived,
    TicketsOverdue,
    /// Under a supervision that was not lifted.
    TicketsSupervised,
    /// New and open ones that run badly.
    TicketsStuck,
    /// Tasks ready in a queue, with nobody's name on them.
    TasksUnclaimed,
    /// Tasks in somebody's worklist.
    TasksActionable,
    /// Tasks held until something happens.
    TasksHeld,
    TasksOverdue,
}

/// Of whom it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Of {
    Group(i64),
    /// The owner of a ticket, or the handler of a task.
    Agent(i64),
}

pub type Key = (Count, Of);

impl Count {
    pub const ALL: [Self; 13] = [
        Self::TicketsNew,
        Self::TicketsOpen,
        Self::TicketsWaiting,
        Self::TicketsResolved,
        Self::TicketsClosed,
        Self::TicketsArchived,
        Self::TicketsOverdue,
        Self::TicketsSupervised,
        Self::TicketsStuck,
        Self::TasksUnclaimed,
        Self::TasksActionable,
        Self::TasksHeld,
        Self::TasksOverdue,
    ];

    /// How it is kept; never renumber.
    pub const fn code(self) -> i64 {
        match self {
            Self::TicketsNew => 1,
            Self::TicketsOpen => 2,
            Self::TicketsWaiting => 3,
            Self::TicketsResolved => 4,
            Self::TicketsClosed => 5,
            Self::TicketsOverdue => 6,
            Self::TicketsSupervised => 7,
            Self::TicketsStuck => 8,
            Self::TicketsArchived => 9,
            Self::TasksUnclaimed => 11,
            Self::TasksActionable => 12,
            Self::TasksHeld => 13,
            Self::TasksOverdue => 14,
        }
    }

    pub const fn of_stage(stage: Stage) -> Self {
        match stage {
            Stage::New => Self::TicketsNew,
            Stage::Open => Self::TicketsOpen,
            Stage::Waiting => Self::TicketsWaiting,
            Stage::Resolved => Self::TicketsResolved,
            Stage::Closed => Self::TicketsClosed,
            Stage::Archived => Self::TicketsArchived,
        }
    }
}

impl Of {
    /// How it is kept: groups are positive, agents negative.
    pub const fn code(self) -> i64 {
        match self {
            Self::Group(id) => id,
            Self::Agent(id) => -id,
        }
    }
}

/// The numbers this ticket is part of.
pub fn of_ticket(ticket: &Ticket) -> Vec<Key> {
    let mut counts = vec![Count::of_stage(ticket.state.stage())];
    if ticket.overdue && ticket.state.category().is_live() {
        counts.push(Count::TicketsOverdue);
    }
    if ticket.supervised > 0 {
        counts.push(Count::TicketsSupervised);
    }
    if ticket.is_stuck() {
        counts.push(Count::TicketsStuck);
    }
    let whose = [Some(Of::Group(ticket.group.0)), ticket.owner.map(|owner| Of::Agent(owner.0))];
    cross(&counts, &whose)
}

/// The numbers this task is part of.
pub fn of_task(task: &Task) -> Vec<Key> {
    let group = Some(Of::Group(task.group.0));
    let handler = task.handler.map(|handler| Of::Agent(handler.0));
    if task.state.is_over() || task.kind == TaskKind::Automatic {
        return Vec::new();
    }
    if !task.is_actionable() {
        return cross(&[Count::TasksHeld], &[group, handler]);
    }
    let overdue = task.overdue.then_some(Count::TasksOverdue);
    let mut counts = vec![Count::TasksActionable];
    counts.extend(overdue);
    if handler.is_none() {
        counts.push(Count::TasksUnclaimed);
    }
    cross(&counts, &[group, handler])
}

/// What to add to which number when `before` became `after`.
pub fn difference(before: &[Key], after: &[Key]) -> Vec<(Key, i64)> {
    let mut changes: std::collections::BTreeMap<Key, i64> = std::collections::BTreeMap::new();
    for &key in after {
        *changes.entry(key).or_default() += 1;
    }
    for &key in before {
        *changes.entry(key).or_default() -= 1;
    }
    // Sorted by key: whoever changes several counters changes them in the same order, so that two
    // transactions never wait for each other.
    changes.into_iter().filter(|(_, by)| *by != 0).collect()
}

fn cross(counts: &[Count], whose: &[Option<Of>]) -> Vec<Key> {
    let of = whose.iter().flatten();
    of.flat_map(|&of| counts.iter().map(move |&count| (count, of))).collect()
}

/// What is tallied per hour and group, for the board of the day (L-01 … L-03).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tally {
    Created,
    /// L-01: first accepted.
    Accepted,
    /// L-02: tasks completed.
    Handled,
    Resolved,
    /// Four or five stars for the result.
    RatedGood,
    Rated,
    Breached,
    /// Of the created ones those a system set in motion.
    CreatedBySystem,
}

impl Tally {
    /// Whether it only ever grows, so that a row of its own stands for each time it happened. A
    /// rating can become worse, and broken promises are a view of the workspace.
    pub const fn is_listed(self) -> bool {
        match self {
            Self::Created
            | Self::CreatedBySystem
            | Self::Accepted
            | Self::Handled
            | Self::Resolved
            | Self::Rated => true,
            Self::RatedGood | Self::Breached => false,
        }
    }

    /// How it is kept; never renumber.
    pub const fn code(self) -> i64 {
        match self {
            Self::Created => 1,
            Self::Accepted => 2,
            Self::Handled => 3,
            Self::Resolved => 4,
            Self::RatedGood => 5,
            Self::Rated => 6,
            Self::Breached => 7,
            Self::CreatedBySystem => 8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Of, difference};

    #[test]
    fn what_did_not_change_is_not_written() {
        let before = [(Count::TicketsNew, Of::Group(1)), (Count::TicketsOverdue, Of::Group(1))];
        let after = [(Count::TicketsOpen, Of::Group(1)), (Count::TicketsOverdue, Of::Group(1))];

        assert_eq!(
            difference(&before, &after),
            [((Count::TicketsNew, Of::Group(1)), -1), ((Count::TicketsOpen, Of::Group(1)), 1)]
        );
    }
}
