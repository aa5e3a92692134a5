//! Reminding whoever has the ticket (D-15).

use domain::actor::Actor;
use domain::id::TicketId;

use crate::{Desk, Result};

impl Desk {
    /// Counted, visible, and heard at most once an hour from the same side.
    pub async fn urge(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let _ = (actor, ticket);
        unimplemented!()
    }
}
