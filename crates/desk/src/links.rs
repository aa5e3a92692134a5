//! Signed links: one ticket, without a password.

use domain::actor::Actor;
use domain::id::TicketId;

use crate::{Desk, Result};

impl Desk {
    /// What goes behind `/t/{number}?k=`.
    pub async fn link_key(&self, actor: &Actor, ticket: TicketId) -> Result<String> {
        let _ = (actor, ticket);
        unimplemented!()
    }

    /// Who holds the link. Forged, altered, expired or of another ticket: `NotFound`, which says
    /// nothing about the ticket.
    pub async fn link_holder(&self, ticket: TicketId, key: &str) -> Result<Actor> {
        let _ = (ticket, key);
        unimplemented!()
    }
}
