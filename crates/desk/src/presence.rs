//! Who is looking at a ticket, and who is writing.

use domain::actor::Actor;
use domain::id::TicketId;
use domain::page::Presence;

use crate::{Desk, Result};

impl Desk {
    /// Says that the actor is here (again), and answers who else is. Whoever has not said so for
    /// thirty seconds is gone.
    pub async fn attend(
        &self,
        actor: &Actor,
        ticket: TicketId,
        writing: bool,
    ) -> Result<Vec<Presence>> {
        let _ = (actor, ticket, writing);
        unimplemented!()
    }

    pub async fn leave(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let _ = (actor, ticket);
        unimplemented!()
    }
}
