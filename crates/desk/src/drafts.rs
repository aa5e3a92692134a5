//! Text begun and not yet sent; nobody's work is lost (leap 12).

use domain::actor::{Actor, Permission};
use domain::id::{MessageId, TicketId};
use domain::invalid::Flaw;
use domain::message::{Draft, MessageKind};
use domain::text::Body;
use store::drafts;

use crate::error::{DeskError, allow};
use crate::pages::readable;
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
        let me = actor.agent().ok_or(DeskError::NotFound)?;
        if body.chars().count() > Body::MAX {
            return Err(DeskError::invalid("body", Flaw::TooLong { max: Body::MAX }));
        }
        let mut tx = self.store.begin().await?;
        let (ticket, takes_part) = readable(&mut tx, actor, ticket).await?;
        allow(actor.may(permission(kind), &ticket.whose(takes_part)))?;
        if body.trim().is_empty() {
            drafts::forget(&mut tx, ticket.id, me.id, kind).await?;
        } else {
            // As it was typed, but for what no database keeps.
            let body = body.replace('\0', "");
            let draft = Draft { kind, body, seen, saved_at: self.clock.now() };
            drafts::save(&mut tx, ticket.id, me.id, &draft).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

const fn permission(kind: MessageKind) -> Permission {
    match kind {
        MessageKind::PublicReply => Permission::Reply,
        MessageKind::Note => Permission::Note,
    }
}
