//! Handing a ticket over to a person or a group (C-08).

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::{AgentId, GroupId, TaskId, TicketId};
use domain::invalid::Flaw;
use domain::state::TicketAct;
use domain::task::{TaskAct, TaskState};
use store::people::{agents, groups};

use crate::flows::act;
use crate::tasks::optional_reason;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// Where a ticket goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Destination {
    pub group: GroupId,
    pub to: Option<AgentId>,
}

impl Desk {
    /// To a group's queue, or to a person (of `group`, or of one of their own groups).
    pub async fn transfer(
        &self,
        actor: &Actor,
        ticket: TicketId,
        group: Option<GroupId>,
        to: Option<AgentId>,
        note: Option<String>,
    ) -> Result<()> {
        let note = optional_reason("note", note)?;
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Transfer, &case)?;
        let destination = work.destination(case.ticket.group, group, to).await?;

        work.hand_over(&mut case, destination, note).await?;
        work.save(case).await?;
        work.commit().await
    }
}

impl Work<'_> {
    pub async fn must_exist(&mut self, agent: AgentId) -> Result<()> {
        let known = agents::find(&mut self.tx, agent).await?.filter(|agent| agent.active);
        known.map(|_| ()).ok_or_else(|| DeskError::invalid("agent", Flaw::Unknown))
    }

    /// A person works for a group; when none is named it is the present one if they are in it, else
    /// their first.
    pub async fn destination(
        &mut self,
        present: GroupId,
        group: Option<GroupId>,
        to: Option<AgentId>,
    ) -> Result<Destination> {
        if let Some(group) = group
            && !self.catalogue.groups.contains_key(&group)
        {
            return Err(DeskError::invalid("group", Flaw::Unknown));
        }
        match (group, to) {
            (None, None) => Err(DeskError::invalid("group", Flaw::Blank)),
            (Some(group), None) => Ok(Destination { group, to }),
            (group, Some(agent)) => {
                self.must_exist(agent).await?;
                let theirs = groups::of_agent(&mut self.tx, agent).await?;
                let wanted = group.unwrap_or(present);
                let group = match group {
                    _ if theirs.contains(&wanted) => wanted,
                    Some(_) => return Err(DeskError::invalid("agent", Flaw::NotAChoice)),
                    None => theirs.first().copied().unwrap_or(present),
                };
                Ok(Destination { group, to })
            }
        }
    }

    /// Moves the ticket and all work on it that is not with others. Who answers to the customer for
    /// it stays.
    pub async fn hand_over(
        &mut self,
        case: &mut Case,
        destination: Destination,
        note: Option<String>,
    ) -> Result<()> {
        let Destination { group, to } = destination;
        let told = What::TicketTransferred { group, to, note: note.clone() };
        self.move_to(case, destination, note, told).await
    }

    /// The same, told in other words.
    pub async fn move_to(
        &mut self,
        case: &mut Case,
        destination: Destination,
        note: Option<String>,
        told: What,
    ) -> Result<()> {
        let Destination { group, to } = destination;
        let department = self.catalogue.group(group)?.department;
        let waiting = case.ticket.clocks.paused_at.is_some();
        case.act(if to.is_some() { TicketAct::Assign } else { TicketAct::Release })?;
        case.ticket.group = group;
        case.ticket.department = department;
        case.ticket.transfers += 1;
        if to.is_none() && waiting {
            case.ticket.wait = None;
            case.ticket.clocks = case.ticket.clocks.resume(self.now);
        }
        let ticket = case.ticket.id;
        self.record(ticket, told);
        for task in case.in_hand(|_| true) {
            self.hand_task(case, task, destination, note.clone()).await?;
        }
        Ok(())
    }

    async fn hand_task(
        &mut self,
        case: &mut Case,
        task: TaskId,
        Destination { group, to }: Destination,
        note: Option<String>,
    ) -> Result<()> {
        let handed = case.task(task).ok_or(DeskError::NotFound)?;
        handed.group = group;
        handed.note = note;
        match to {
            Some(agent) => self.take(case, task, agent).await,
            None if handed.state == TaskState::Ready => {
                handed.handler = None;
                Ok(())
            }
            None => {
                handed.handler = None;
                act(handed, TaskAct::Release)
            }
        }
    }
}
