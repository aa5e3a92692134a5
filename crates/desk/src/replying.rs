//! Saying something on a ticket: to the customer, or among ourselves.

use domain::actor::Actor;
use domain::id::{AgentId, AttachmentId, MessageId, TicketId};
use domain::message::MessageKind;
use domain::ticket::ResolutionCode;

use crate::{Desk, Result, WaitPlan};

/// What somebody wants to say.
#[derive(Clone, Debug)]
pub struct Say {
    pub kind: MessageKind,
    pub body: String,
    pub attachments: Vec<AttachmentId>,
    pub mentions: Vec<AgentId>,
    /// The newest message the writer has seen. When a newer public one exists, the operation is
    /// refused with [`crate::DeskError::NewMessage`]; `None` sends regardless.
    pub seen: Option<MessageId>,
    pub then: Then,
    /// The same key twice is one message.
    pub idempotency_key: Option<String>,
}

/// "Reply and …": done in the same transaction.
#[derive(Clone, Debug, Default)]
pub enum Then {
    #[default]
    Nothing,
    Wait(WaitPlan),
    Resolve(ResolutionCode),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub message: MessageId,
    /// It had been said before with the same key.
    pub again: bool,
}

impl Desk {
    /// For an agent a reply or a note; for a customer always a reply, which wakes a waiting ticket
    /// and reopens a resolved one.
    pub async fn say(&self, actor: &Actor, ticket: TicketId, say: Say) -> Result<Said> {
        let _ = (actor, ticket, say);
        unimplemented!()
    }
}
