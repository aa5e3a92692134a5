//! The same request twice is one request (`Idempotency-Key`).

use domain::actor::Actor;
use domain::id::{MessageId, TicketId};
use domain::ticket::Ticket;
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::idempotency::{self, Known};
use store::tickets;

use crate::work::Work;
use crate::{DeskError, Result};

/// A key, whose it is, and what it was first used for.
pub(crate) struct Once {
    pub whose: String,
    pub key: String,
    pub request: Vec<u8>,
}

impl Once {
    /// Keys of one person are not those of another; visitors' are random, and long enough to be
    /// their own.
    pub fn whose(actor: &Actor) -> String {
        match actor {
            Actor::Agent(agent) => format!("agent:{}", agent.id),
            Actor::Customer(id) | Actor::Link { customer: id, .. } => format!("customer:{id}"),
            Actor::Partner(partner) => format!("contact:{}", partner.contact),
            Actor::Visitor => "visitor".to_owned(),
            Actor::System => "system".to_owned(),
        }
    }
}

/// What tells one request from another.
pub(crate) fn fingerprint<T: Serialize>(request: &T) -> Vec<u8> {
    let json = serde_json::to_vec(request).unwrap_or_default();
    Sha256::digest(json).to_vec()
}

impl Work<'_> {
    /// What this key was used for, if it was; refused when that was something else.
    pub async fn done_before(&mut self, once: Option<&Once>) -> Result<Option<Known>> {
        let Some(once) = once else { return Ok(None) };
        let known = idempotency::find(&mut self.tx, &once.whose, &once.key).await?;
        match known {
            Some(known) if known.request != once.request => Err(DeskError::KeyReused),
            known => Ok(known),
        }
    }

    /// Keeps the key with what it did. When another request with the same key was faster, this one
    /// is given up; asked again, it will be answered as the first was.
    pub async fn remember(
        &mut self,
        once: Option<&Once>,
        ticket: TicketId,
        message: Option<MessageId>,
    ) -> Result<()> {
        let Some(once) = once else { return Ok(()) };
        let known = Known { request: once.request.clone(), ticket, message };
        let (whose, key) = (&once.whose, &once.key);
        let first = idempotency::remember(&mut self.tx, whose, key, &known, self.now).await?;
        if first { Ok(()) } else { Err(DeskError::Conflict) }
    }

    /// The ticket an earlier request made; whoever holds its key made it.
    pub async fn case_done(&mut self, ticket: TicketId) -> Result<Ticket> {
        tickets::find(&mut self.tx, ticket).await?.ok_or(DeskError::NotFound)
    }
}
