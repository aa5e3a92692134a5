//! One ticket, as an agent or its customer sees it.

use domain::actor::Actor;
use domain::id::{EventId, TicketId};
use domain::page::{ProgressPage, TicketPage, Timeline};

use crate::{Desk, Result};

impl Desk {
    pub async fn ticket_page(&self, actor: &Actor, ticket: TicketId) -> Result<TicketPage> {
        let _ = (actor, ticket);
        unimplemented!()
    }

    /// Thirty entries before `before`, newest first.
    pub async fn timeline(
        &self,
        actor: &Actor,
        ticket: TicketId,
        before: Option<EventId>,
    ) -> Result<Timeline> {
        let _ = (actor, ticket, before);
        unimplemented!()
    }

    /// For the customer, by account or by link. Agents may look, too, to see what the customer sees.
    pub async fn progress(&self, actor: &Actor, ticket: TicketId) -> Result<ProgressPage> {
        let _ = (actor, ticket);
        unimplemented!()
    }
}
