//! Replies, notes and their drafts.

use domain::id::{AgentId, AttachmentId, MessageId, TicketNumber};
use domain::message::MessageKind;
use domain::ticket::ResolutionCode;
use domain::time::Timestamp;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::calls::Json;
use crate::error::AppError;

/// What the composer sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    pub kind: MessageKind,
    pub body: String,
    pub attachments: Vec<AttachmentId>,
    pub mentions: Vec<AgentId>,
    pub seen: Option<MessageId>,
    pub then: AndThen,
    pub key: String,
}

/// "Reply and …"
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AndThen {
    Nothing,
    WaitForCustomer { reason: String, wake_at: Option<Timestamp> },
    Resolve(ResolutionCode),
}

#[server(protocol = Json)]
pub async fn say(number: TicketNumber, saying: Saying) -> Result<MessageId, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.say(&me, number.0, saying.into()).await?.message)
}

#[server(protocol = Json)]
pub async fn save_draft(
    number: TicketNumber,
    kind: MessageKind,
    body: String,
    seen: Option<MessageId>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.save_draft(&me, number.0, kind, &body, seen).await?)
}
