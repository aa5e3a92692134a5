//! Who is looking at a ticket, and who is writing.

use domain::actor::Actor;
use domain::id::TicketId;
use domain::page::Presence;
use store::{pages, presence, urged_tasks};

use crate::error::DeskError;
use crate::pages::{PRESENT, readable};
use crate::{Desk, Result};

impl Desk {
    /// Says that the actor is here (again), and answers who else is. Whoever has not said so for
    /// thirty seconds is gone. Whoever is here has seen that they were urged (D-15).
    pub async fn attend(
        &self,
        actor: &Actor,
        ticket: TicketId,
        writing: bool,
    ) -> Result<Vec<Presence>> {
        let me = actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.begin().await?;
        let (ticket, _) = readable(&mut tx, actor, ticket).await?;
        let now = self.clock.now();
        presence::attend(&mut tx, ticket.id, me.id, writing, now).await?;
        urged_tasks::seen(&mut tx, ticket.id, me.id).await?;
        let present = pages::present(&mut tx, ticket.id, now - PRESENT).await?;
        tx.commit().await?;
        Ok(present.into_iter().filter(|other| other.agent != me.id).collect())
    }

    pub async fn leave(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.begin().await?;
        presence::leave(&mut tx, ticket, me.id).await?;
        tx.commit().await?;
        Ok(())
    }
}
