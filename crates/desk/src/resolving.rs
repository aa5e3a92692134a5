//! Ending a matter, and beginning it again (D-07, D-10, D-31).

use domain::actor::Actor;
use domain::id::TicketId;
use domain::ticket::ResolutionCode;

use crate::{Desk, Result};

impl Desk {
    /// Finishes every open step of the flow and says how the matter ended.
    pub async fn resolve(
        &self,
        actor: &Actor,
        ticket: TicketId,
        code: ResolutionCode,
        note: Option<String>,
    ) -> Result<()> {
        let _ = (actor, ticket, code, note);
        unimplemented!()
    }

    /// "Not solved": the same ticket, with its history, counted.
    pub async fn reopen(
        &self,
        actor: &Actor,
        ticket: TicketId,
        reason: Option<String>,
    ) -> Result<()> {
        let _ = (actor, ticket, reason);
        unimplemented!()
    }

    /// The customer agrees, or an agent says nothing more will come.
    pub async fn close(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let _ = (actor, ticket);
        unimplemented!()
    }
}
