//! Who gets the task of a step.

use domain::customer::Region;
use domain::flow::Step;
use domain::flow::owner::OwnerRule;
use domain::id::{AgentId, DepartmentId, GroupId, PartnerId};
use domain::org::Department;
use domain::routing::least_loaded;
use domain::task::Task;

use crate::Result;
use crate::flows::Hand;
use crate::work::{Case, Work};

/// Where a task goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Queue(GroupId),
    Person(AgentId),
    /// With its leader, who assigns inside.
    Department(DepartmentId, AgentId),
    Partner(PartnerId),
    /// With the customer; the ticket waits for them.
    Requester,
}

impl Work<'_> {
    /// A rule that names nobody who is there leads to whoever answers for the ticket, or to its
    /// queue: work is never with nobody.
    pub(super) async fn place_of(
        &mut self,
        case: &Case,
        step: &Step,
        hand: &Hand,
    ) -> Result<Place> {
        let ticket = &case.ticket;
        let someone = |agent: Option<AgentId>| {
            agent.or(ticket.owner).map_or(Place::Queue(ticket.group), Place::Person)
        };
        Ok(match &step.owner {
            OwnerRule::Group { group } if self.catalogue.groups.contains_key(group) => {
                Place::Queue(*group)
            }
            OwnerRule::Queue | OwnerRule::Desk | OwnerRule::Group { .. } => {
                Place::Queue(ticket.group)
            }
            OwnerRule::Department { department } => {
                self.led_by(Some(*department)).unwrap_or_else(|| someone(None))
            }
            OwnerRule::Branch => {
                let branch = self.branch_of(case).await?;
                self.led_by(branch).unwrap_or_else(|| someone(None))
            }
            OwnerRule::Role { role } => someone(self.of_role(role).await?),
            OwnerRule::Person { agent } => someone(Some(*agent)),
            OwnerRule::Requester => Place::Requester,
            OwnerRule::Partner { partner } => Place::Partner(*partner),
            OwnerRule::PartnerInField { field } => {
                let partner = self.partner_in(case, field).await?;
                partner.map_or_else(|| someone(None), Place::Partner)
            }
            OwnerRule::PreviousHandler => someone(hand.from),
            OwnerRule::HandlerOf { step } => someone(case.who_did(step)),
            OwnerRule::TicketOwner => someone(None),
            OwnerRule::Superior => {
                let superior = self.superior_of(hand.from.or(ticket.owner)).await?;
                someone(superior)
            }
        })
    }

    fn led_by(&self, department: Option<DepartmentId>) -> Option<Place> {
        let department = self.catalogue.departments.get(&department?)?;
        department.leader.map(|leader| Place::Department(department.id, leader))
    }

    /// The branch that is nearest to where the customer is (C-09).
    async fn branch_of(&mut self, case: &Case) -> Result<Option<DepartmentId>> {
        let facts = self.facts(case).await?;
        let said = facts.text(Region::FIELD).map(str::to_owned).map(Region::try_from);
        let region = match said.and_then(Result::ok) {
            Some(region) => Some(String::from(region)),
            None => store::customers::region(&mut self.tx, case.ticket.requester).await?,
        };
        let Some(region) = region else { return Ok(None) };
        let near = |it: &Department| it.serves(&region).map(|close| (close, it.id));
        Ok(self.catalogue.departments.values().filter_map(near).max().map(|(_, id)| id))
    }

    async fn of_role(&mut self, role: &str) -> Result<Option<AgentId>> {
        let candidates = self.candidates_of_role(role).await?;
        Ok(least_loaded(&candidates).map(|chosen| chosen.agent))
    }

    /// The nearest leader above somebody who is not themselves.
    pub(crate) async fn superior_of(&mut self, agent: Option<AgentId>) -> Result<Option<AgentId>> {
        let Some(agent) = agent else { return Ok(None) };
        let known = store::people::agents::find(&mut self.tx, agent).await?;
        let mut at = known.map(|agent| agent.department);
        while let Some(department) = at.and_then(|id| self.catalogue.departments.get(&id)) {
            if let Some(leader) = department.leader.filter(|leader| *leader != agent) {
                return Ok(Some(leader));
            }
            at = department.parent;
        }
        Ok(None)
    }

    async fn partner_in(&mut self, case: &Case, field: &str) -> Result<Option<PartnerId>> {
        let facts = self.facts(case).await?;
        let Some(name) = facts.text(field) else { return Ok(None) };
        Ok(store::partners::by_name(&mut self.tx, name).await?)
    }
}

impl Case {
    /// Whoever finished the task of a person last, on the branch of `task`.
    pub(crate) fn before(&self, task: &Task) -> Option<AgentId> {
        let flow = self.flow.clone();
        flow.before(&self.tasks, task).and_then(|before| before.handler)
    }
}
