//! Changing what is written on a ticket, field by field (leap 12).

use domain::actor::Actor;
use domain::id::TicketId;
use domain::page::{Edit, EditConflict};

use crate::{Desk, Result};

impl Desk {
    /// Applies every edit whose starting value still stands, and answers with the others: somebody
    /// changed the same field meanwhile, and a person has to choose.
    pub async fn edit(
        &self,
        actor: &Actor,
        ticket: TicketId,
        edits: Vec<Edit>,
    ) -> Result<Vec<EditConflict>> {
        let _ = (actor, ticket, edits);
        unimplemented!()
    }

    pub async fn follow(&self, actor: &Actor, ticket: TicketId, follow: bool) -> Result<()> {
        let _ = (actor, ticket, follow);
        unimplemented!()
    }
}
