//! Text begun and not yet sent; nobody's work is lost (leap 12).

use domain::actor::Actor;
use domain::id::{MessageId, TicketId};
use domain::message::MessageKind;

use crate::{Desk, Result};

impl Desk {
    /// Keeps it; an empty body forgets it.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        ticket: TicketId,
        kind: MessageKind,
        body: &str,
        seen: Option<MessageId>,
    ) -> Result<()> {
        let _ = (actor, ticket, kind, body, seen);
        unimplemented!()
    }
}
