//! What is said on a ticket, and the files that come with it.

use serde::{Deserialize, Serialize};

use crate::id::{AgentId, AttachmentId, CustomerId, MessageId, TicketId};
use crate::invalid::Flaw;
use crate::text::Body;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub id: MessageId,
    pub ticket: TicketId,
    pub author: Author,
    pub kind: MessageKind,
    pub body: Body,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Author {
    Agent(AgentId),
    Customer(CustomerId),
    System,
}

/// Who may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Said between us and the customer.
    PublicReply,
    /// Said among ourselves; never leaves the house.
    Note,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub id: AttachmentId,
    pub name: String,
    /// Found by looking at the content, never taken from the sender.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
}

/// Text begun and not yet sent; kept per person, ticket and kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub kind: MessageKind,
    pub body: String,
    /// The newest message its writer had seen.
    pub seen: Option<MessageId>,
    pub saved_at: Timestamp,
}

impl MessageKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PublicReply => "public_reply",
            Self::Note => "note",
        }
    }
}

impl TryFrom<String> for MessageKind {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        [Self::PublicReply, Self::Note]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(Flaw::NotAChoice)
    }
}
