//! Who gets the task of a step.

use domain::flow::StepKey;
use domain::flow::owner::OwnerRule;
use domain::id::{AgentId, DepartmentId, GroupId, PartnerId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::reference::IdRef;

/// Who does a step.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub(crate) enum OwnerBody {
    /// The queue of the ticket's group.
    Queue,
    Group {
        group_id: IdRef,
    },
    /// Whoever leads this department.
    Department {
        department_id: IdRef,
    },
    /// Whoever leads the branch of the customer's region.
    Branch,
    /// The least busy of those with this role.
    Role {
        #[schema(max_length = 40)]
        role: String,
    },
    Person {
        agent_id: IdRef,
    },
    /// The customer.
    Requester,
    Partner {
        partner_id: IdRef,
    },
    /// The partner whose name stands in this field.
    PartnerInField {
        #[schema(max_length = 40)]
        field: String,
    },
    /// Whoever did the step before.
    PreviousHandler,
    /// Whoever did that step last.
    HandlerOf {
        #[schema(max_length = 40)]
        step: String,
    },
    /// Whoever answers to the customer for the ticket.
    TicketOwner,
    /// The superior of whoever did the step before.
    Superior,
    /// Nobody: the desk does it.
    Desk,
}

impl From<OwnerRule> for OwnerBody {
    fn from(rule: OwnerRule) -> Self {
        match rule {
            OwnerRule::Queue => Self::Queue,
            OwnerRule::Group { group } => Self::Group { group_id: IdRef(group.0) },
            OwnerRule::Department { department } => {
                Self::Department { department_id: IdRef(department.0) }
            }
            OwnerRule::Branch => Self::Branch,
            OwnerRule::Role { role } => Self::Role { role },
            OwnerRule::Person { agent } => Self::Person { agent_id: IdRef(agent.0) },
            OwnerRule::Requester => Self::Requester,
            OwnerRule::Partner { partner } => Self::Partner { partner_id: IdRef(partner.0) },
            OwnerRule::PartnerInField { field } => Self::PartnerInField { field },
            OwnerRule::PreviousHandler => Self::PreviousHandler,
            OwnerRule::HandlerOf { step } => Self::HandlerOf { step: step.0 },
            OwnerRule::TicketOwner => Self::TicketOwner,
            OwnerRule::Superior => Self::Superior,
            OwnerRule::Desk => Self::Desk,
        }
    }
}

impl From<OwnerBody> for OwnerRule {
    fn from(rule: OwnerBody) -> Self {
        match rule {
            OwnerBody::Queue => Self::Queue,
            OwnerBody::Group { group_id } => Self::Group { group: GroupId(group_id.0) },
            OwnerBody::Department { department_id } => {
                Self::Department { department: DepartmentId(department_id.0) }
            }
            OwnerBody::Branch => Self::Branch,
            OwnerBody::Role { role } => Self::Role { role },
            OwnerBody::Person { agent_id } => Self::Person { agent: AgentId(agent_id.0) },
            OwnerBody::Requester => Self::Requester,
            OwnerBody::Partner { partner_id } => Self::Partner { partner: PartnerId(partner_id.0) },
            OwnerBody::PartnerInField { field } => Self::PartnerInField { field },
            OwnerBody::PreviousHandler => Self::PreviousHandler,
            OwnerBody::HandlerOf { step } => Self::HandlerOf { step: StepKey(step) },
            OwnerBody::TicketOwner => Self::TicketOwner,
            OwnerBody::Superior => Self::Superior,
            OwnerBody::Desk => Self::Desk,
        }
    }
}
