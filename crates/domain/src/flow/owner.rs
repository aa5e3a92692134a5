//! Who gets the task of a step.

use serde::{Deserialize, Serialize};

use crate::flow::StepKey;
use crate::id::{AgentId, DepartmentId, GroupId, PartnerId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum OwnerRule {
    /// The queue of the ticket's group.
    Queue,
    /// The queue of this group.
    Group {
        group: GroupId,
    },
    /// Whoever leads this department; they assign inside (D-13).
    Department {
        department: DepartmentId,
    },
    /// Whoever leads the branch of the customer's region (C-09).
    Branch,
    /// Whoever of those with this role has the least to do.
    Role {
        role: String,
    },
    Person {
        agent: AgentId,
    },
    /// The customer; the ticket waits for them.
    Requester,
    Partner {
        partner: PartnerId,
    },
    /// The partner whose name stands in this field of the ticket, such as the order's supplier.
    PartnerInField {
        field: String,
    },
    /// Whoever did the step before.
    PreviousHandler,
    /// Whoever did that step last.
    HandlerOf {
        step: StepKey,
    },
    /// Whoever answers to the customer for the ticket.
    TicketOwner,
    /// Whoever leads the department of the one who did the step before (D-19).
    Superior,
    /// Nobody: the desk does it.
    Desk,
}

impl OwnerRule {
    /// Whoever has the ticket has such a task, too: it is held, handed over and ended with it. What
    /// others were asked for is not.
    pub const fn follows_ticket(&self) -> bool {
        match self {
            Self::Queue | Self::PreviousHandler | Self::HandlerOf { .. } | Self::TicketOwner => {
                true
            }
            Self::Group { .. }
            | Self::Department { .. }
            | Self::Branch
            | Self::Role { .. }
            | Self::Person { .. }
            | Self::Requester
            | Self::Partner { .. }
            | Self::PartnerInField { .. }
            | Self::Superior
            | Self::Desk => false,
        }
    }

    /// Somebody who does not work at the desk.
    pub const fn is_outside(&self) -> bool {
        matches!(self, Self::Requester | Self::Partner { .. } | Self::PartnerInField { .. })
    }
}
