//! Handing many tickets to others in one call (C-07).

use domain::actor::{Actor, Permission};
use domain::id::{AgentId, GroupId, TicketId};
use domain::invalid::Flaw;
use domain::page::Handed;

use crate::tasks::optional_reason;
use crate::work::Work;
use crate::{Desk, DeskError, Result};

/// Where all of them go.
#[derive(Clone, Copy)]
struct Plan {
    group: Option<GroupId>,
    to: Option<AgentId>,
}

impl Desk {
    /// One transaction with one answer per ticket: those that may not or cannot be handed over say
    /// why, the others are.
    pub async fn reassign(
        &self,
        actor: &Actor,
        mut tickets: Vec<TicketId>,
        group: Option<GroupId>,
        to: Option<AgentId>,
        note: Option<String>,
    ) -> Result<Vec<Handed>> {
        const MOST: usize = 500;
        crate::error::allow(actor.may_ever(Permission::Reassign))?;
        let note = optional_reason("note", note)?;
        if tickets.len() > MOST {
            return Err(DeskError::invalid("tickets", Flaw::TooMany { max: MOST }));
        }
        // Always in the order of their ids, so that two such calls never wait for each other.
        tickets.sort_unstable();
        tickets.dedup();
        let mut work = self.work(actor).await?;
        let mut handed = Vec::with_capacity(tickets.len());
        for ticket in tickets {
            // Everything is asked before anything is written, so a refusal leaves nothing behind.
            let refused = match work.hand(ticket, Plan { group, to }, note.clone()).await {
                Ok(()) => None,
                Err(DeskError::Store(error)) => return Err(error.into()),
                Err(refusal) => Some(refusal.code().to_owned()),
            };
            handed.push(Handed { number: ticket.number(), refused });
        }
        work.commit().await?;
        Ok(handed)
    }
}

impl Work<'_> {
    async fn hand(&mut self, ticket: TicketId, plan: Plan, note: Option<String>) -> Result<()> {
        let mut case = self.case(ticket).await?;
        self.allow(Permission::Reassign, &case)?;
        let present = case.ticket.group;
        let destination = self.destination(present, plan.group, plan.to).await?;
        self.hand_over(&mut case, destination, note).await?;
        self.save(case).await?;
        Ok(())
    }
}
