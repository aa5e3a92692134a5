//! Handing a ticket over to a person or a group (C-08).

use domain::actor::Actor;
use domain::id::{AgentId, GroupId, TicketId};

use crate::{Desk, Result};

impl Desk {
    /// To a group's queue, or to a person (of `group`, or of one of their own groups).
    pub async fn transfer(
        &self,
        actor: &Actor,
        ticket: TicketId,
        group: Option<GroupId>,
        to: Option<AgentId>,
        note: Option<String>,
    ) -> Result<()> {
        let _ = (actor, ticket, group, to, note);
        unimplemented!()
    }
}
