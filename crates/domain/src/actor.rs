//! Who is asking, and what they may do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{AgentId, CustomerId, DepartmentId, GroupId, TicketId};
use crate::partner::PartnerActor;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Agent(AgentActor),
    /// Signed in at the portal: every ticket of their own.
    Customer(CustomerId),
    /// Holds a signed link: one ticket, and nothing else of its customer.
    Link {
        ticket: TicketId,
        customer: CustomerId,
    },
    /// A supplier's or merchant's contact: tasks that were sent to it, and no ticket.
    Partner(PartnerActor),
    /// Nobody in particular, who may file.
    Visitor,
    /// The desk itself: wake-ups, dispatch, automatic closing.
    System,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentActor {
    pub id: AgentId,
    pub name: String,
    /// The department they belong to.
    pub home: DepartmentId,
    pub groups: Vec<GroupId>,
    /// The departments this person answers for: their own and all below it.
    pub departments: Vec<DepartmentId>,
    pub grants: Grants,
}

/// What somebody may do, and how far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grants(pub BTreeMap<Permission, Scope>);

/// How far a permission reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Tickets I own, work on or follow.
    Own,
    Group,
    Department,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    ReadTickets,
    CreateTickets,
    Reply,
    Note,
    EditTickets,
    Claim,
    Transfer,
    Wait,
    Resolve,
    Reopen,
    Close,
    /// Merge, split and link.
    Arrange,
    Urge,
    /// Lay a requirement with a deadline over tickets (D-14).
    Supervise,
    /// Hand many tickets to others in one call.
    Reassign,
    ReadBoards,
    ReadCustomers,
    EditCustomers,
    /// People, categories, tokens: the desk's own settings.
    Administer,
}

/// What has to be known of a ticket to decide who may touch it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whose {
    pub ticket: TicketId,
    pub group: GroupId,
    pub department: DepartmentId,
    pub owner: Option<AgentId>,
    pub requester: CustomerId,
    /// What the one who asks has to do with it.
    pub takes_part: TakesPart,
}

/// What somebody has to do with a ticket, wherever it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TakesPart {
    #[default]
    No,
    /// One of their groups, which it does not belong to, has a task of it.
    Invited,
    /// Was asked beside the flow, was mentioned, or follows: reads it, writes notes, answers.
    Asked,
    /// Has, or had, its work in hand: whatever its handler may.
    Working,
}

/// The part of all tickets that somebody may read; lists, counts, search and live events all cut
/// along it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    Everything,
    /// These departments' tickets, and those one takes part in.
    Departments(AgentId, Vec<DepartmentId>),
    /// These groups' tickets, and those one takes part in.
    Groups(AgentId, Vec<GroupId>),
    /// Only those one takes part in.
    Own(AgentId),
    Customer(CustomerId),
    Ticket(TicketId),
    Nothing,
}

impl Permission {
    pub const ALL: [Self; 19] = [
        Self::ReadTickets,
        Self::CreateTickets,
        Self::Reply,
        Self::Note,
        Self::EditTickets,
        Self::Claim,
        Self::Transfer,
        Self::Wait,
        Self::Resolve,
        Self::Reopen,
        Self::Close,
        Self::Arrange,
        Self::Urge,
        Self::Supervise,
        Self::Reassign,
        Self::ReadBoards,
        Self::ReadCustomers,
        Self::EditCustomers,
        Self::Administer,
    ];

    /// What taking part without having the ticket's work in hand is enough for (I-06).
    const fn is_for_the_asked(self) -> bool {
        matches!(self, Self::ReadTickets | Self::Note)
    }

    /// What a customer may do with a ticket of their own.
    const fn is_for_customers(self) -> bool {
        matches!(self, Self::ReadTickets | Self::Reply | Self::Urge | Self::Reopen | Self::Close)
    }
}

impl Actor {
    /// May this be done to this ticket?
    pub fn may(&self, permission: Permission, whose: &Whose) -> bool {
        match self {
            Self::Agent(agent) => agent.may(permission, whose),
            Self::Customer(id) => permission.is_for_customers() && *id == whose.requester,
            Self::Link { ticket, customer } => {
                permission.is_for_customers()
                    && *ticket == whose.ticket
                    && *customer == whose.requester
            }
            Self::Partner(_) | Self::Visitor => false,
            Self::System => true,
        }
    }

    /// May this be done at all, to something that is not a ticket?
    pub fn may_ever(&self, permission: Permission) -> bool {
        match self {
            Self::Agent(agent) => agent.grants.scope(permission).is_some(),
            Self::Customer(_) | Self::Visitor => permission == Permission::CreateTickets,
            Self::Partner(contact) => permission == Permission::CreateTickets && contact.may_file(),
            Self::Link { .. } => false,
            Self::System => true,
        }
    }

    pub fn reach(&self) -> Reach {
        match self {
            Self::Agent(agent) => agent.reach(Permission::ReadTickets),
            Self::Customer(id) => Reach::Customer(*id),
            Self::Link { ticket, .. } => Reach::Ticket(*ticket),
            Self::Partner(_) | Self::Visitor => Reach::Nothing,
            Self::System => Reach::Everything,
        }
    }

    pub const fn agent(&self) -> Option<&AgentActor> {
        match self {
            Self::Agent(agent) => Some(agent),
            Self::Customer(_)
            | Self::Link { .. }
            | Self::Partner(_)
            | Self::Visitor
            | Self::System => None,
        }
    }

    pub const fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Customer(id) | Self::Link { customer: id, .. } => Some(*id),
            Self::Agent(_) | Self::Partner(_) | Self::Visitor | Self::System => None,
        }
    }

    pub const fn partner(&self) -> Option<&PartnerActor> {
        match self {
            Self::Partner(contact) => Some(contact),
            Self::Agent(_)
            | Self::Customer(_)
            | Self::Link { .. }
            | Self::Visitor
            | Self::System => None,
        }
    }
}

impl AgentActor {
    pub fn may(&self, permission: Permission, whose: &Whose) -> bool {
        let Some(scope) = self.grants.scope(permission) else { return false };
        if whose.owner == Some(self.id) || whose.takes_part.reaches(permission, scope) {
            return true;
        }
        match scope {
            Scope::All => true,
            Scope::Department => {
                self.departments.contains(&whose.department) || self.groups.contains(&whose.group)
            }
            Scope::Group => self.groups.contains(&whose.group),
            Scope::Own => false,
        }
    }

    pub fn reach(&self, permission: Permission) -> Reach {
        match self.grants.scope(permission) {
            None => Reach::Nothing,
            Some(Scope::All) => Reach::Everything,
            Some(Scope::Department) => Reach::Departments(self.id, self.departments.clone()),
            Some(Scope::Group) => Reach::Groups(self.id, self.groups.clone()),
            Some(Scope::Own) => Reach::Own(self.id),
        }
    }
}

impl TakesPart {
    /// Whoever sees only what is their own sees nothing of their groups'.
    fn reaches(self, permission: Permission, scope: Scope) -> bool {
        match self {
            Self::No => false,
            Self::Invited => scope > Scope::Own && permission == Permission::ReadTickets,
            Self::Asked => permission.is_for_the_asked(),
            Self::Working => true,
        }
    }

    /// How it is told apart in a query.
    pub const fn from_code(code: i64) -> Self {
        match code {
            3 => Self::Working,
            2 => Self::Asked,
            1 => Self::Invited,
            _ => Self::No,
        }
    }
}

impl Grants {
    pub fn new(permissions: &[Permission], scope: Scope) -> Self {
        Self(permissions.iter().map(|&permission| (permission, scope)).collect())
    }

    pub fn scope(&self, permission: Permission) -> Option<Scope> {
        self.0.get(&permission).copied()
    }

    /// Several roles together: each permission reaches as far as the widest of them.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        for (&permission, &scope) in &other.0 {
            let widest = self.scope(permission).map_or(scope, |known| known.max(scope));
            self.0.insert(permission, widest);
        }
        self
    }

    /// What is left when a token names only these permissions.
    #[must_use]
    pub fn only(mut self, permissions: &[Permission]) -> Self {
        self.0.retain(|permission, _| permissions.contains(permission));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Actor, AgentActor, Grants, Permission, Scope, TakesPart, Whose};
    use crate::id::{AgentId, CustomerId, DepartmentId, GroupId, TicketId};

    const MINE: Whose = Whose {
        ticket: TicketId(1),
        group: GroupId(1),
        department: DepartmentId(1),
        owner: Some(AgentId(7)),
        requester: CustomerId(9),
        takes_part: TakesPart::No,
    };

    fn agent(scope: Scope) -> Actor {
        Actor::Agent(AgentActor {
            id: AgentId(7),
            name: "张琪".into(),
            home: DepartmentId(1),
            groups: vec![GroupId(1)],
            departments: vec![DepartmentId(1)],
            grants: Grants::new(&[Permission::Reply, Permission::Note], scope),
        })
    }

    #[test]
    fn a_permission_reaches_as_far_as_its_scope() {
        let of_my_group = Whose { owner: None, ..MINE };
        let of_my_department = Whose { group: GroupId(2), ..of_my_group };
        let of_others = Whose { department: DepartmentId(2), ..of_my_department };
        let table = [Scope::Own, Scope::Group, Scope::Department, Scope::All].map(|scope| {
            [&MINE, &of_my_group, &of_my_department, &of_others]
                .map(|whose| u8::from(agent(scope).may(Permission::Reply, whose)))
        });

        assert_eq!(table, [[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 1, 1]]);
    }

    #[test]
    fn who_was_not_granted_something_may_not() {
        assert!(!agent(Scope::All).may(Permission::Resolve, &MINE));
    }

    #[test]
    fn i_06_whoever_works_on_it_is_inside_every_scope_and_whoever_was_asked_writes_notes() {
        let (group, department) = (GroupId(5), DepartmentId(5));
        let elsewhere = Whose { group, department, owner: None, ..MINE };
        let working = Whose { takes_part: TakesPart::Working, ..elsewhere };
        let asked = Whose { takes_part: TakesPart::Asked, ..elsewhere };

        assert!(agent(Scope::Own).may(Permission::Reply, &working));
        assert!(agent(Scope::Own).may(Permission::Note, &asked));
        assert!(!agent(Scope::Department).may(Permission::Reply, &asked));
    }

    #[test]
    fn a_customer_reaches_only_their_own_and_never_inside_matters() {
        let (me, other) = (Actor::Customer(CustomerId(9)), Actor::Customer(CustomerId(10)));

        assert!(me.may(Permission::Reply, &MINE));
        assert!(!other.may(Permission::ReadTickets, &MINE));
        assert!(!me.may(Permission::Note, &MINE) && !me.may(Permission::Transfer, &MINE));
    }

    #[test]
    fn a_link_opens_one_ticket() {
        let link = Actor::Link { ticket: TicketId(1), customer: CustomerId(9) };
        let next = Whose { ticket: TicketId(2), ..MINE };

        assert!(link.may(Permission::ReadTickets, &MINE));
        assert!(!link.may(Permission::ReadTickets, &next));
    }
}
