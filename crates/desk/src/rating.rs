//! What the customer thought of it (K-01, K-04).

use domain::actor::Actor;
use domain::id::TicketId;
use domain::ticket::Stars;

use crate::{Desk, Result};

impl Desk {
    pub async fn rate(
        &self,
        actor: &Actor,
        ticket: TicketId,
        result: Stars,
        process: Option<Stars>,
        comment: Option<String>,
    ) -> Result<()> {
        let _ = (actor, ticket, result, process, comment);
        unimplemented!()
    }
}
