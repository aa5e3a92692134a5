//! Handing many tickets to others in one call (C-07).

use domain::actor::Actor;
use domain::id::{AgentId, GroupId, TicketId};
use domain::page::Handed;

use crate::{Desk, Result};

impl Desk {
    /// One transaction with one answer per ticket: those that may not or cannot be handed over say
    /// why, the others are.
    pub async fn reassign(
        &self,
        actor: &Actor,
        tickets: Vec<TicketId>,
        group: Option<GroupId>,
        to: Option<AgentId>,
        note: Option<String>,
    ) -> Result<Vec<Handed>> {
        let _ = (actor, tickets, group, to, note);
        unimplemented!()
    }
}
