//! Merging, splitting and linking tickets.

use domain::actor::Actor;
use domain::id::{MessageId, TicketId};
use domain::ticket::LinkKind;

use crate::{Desk, Result};

impl Desk {
    /// `from` goes on in `into`: its messages are read there, its tasks end.
    pub async fn merge(&self, actor: &Actor, from: TicketId, into: TicketId) -> Result<()> {
        let _ = (actor, from, into);
        unimplemented!()
    }

    /// A second matter in one message becomes a ticket of its own, linked to this one.
    pub async fn split(
        &self,
        actor: &Actor,
        ticket: TicketId,
        message: MessageId,
        subject: String,
    ) -> Result<TicketId> {
        let _ = (actor, ticket, message, subject);
        unimplemented!()
    }

    pub async fn link(
        &self,
        actor: &Actor,
        from: TicketId,
        to: TicketId,
        kind: LinkKind,
    ) -> Result<()> {
        let _ = (actor, from, to, kind);
        unimplemented!()
    }

    pub async fn unlink(
        &self,
        actor: &Actor,
        from: TicketId,
        to: TicketId,
        kind: LinkKind,
    ) -> Result<()> {
        let _ = (actor, from, to, kind);
        unimplemented!()
    }
}
