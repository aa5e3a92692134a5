//! What another system was asked to do, and how that ended.
//!
//! The promise to ask is written with the step that wants it; asking comes later, as often as it
//! takes, always with the same key and the same words. [`judge()`] says what each answer means.

mod judge;

use serde::{Deserialize, Serialize};

pub use judge::{judge, reason_of, text_at};

use crate::connector::operation::Call;
use crate::connector::{ConnectorKey, OperationKey};
use crate::id::{OutboxId, TaskId, TicketId};
use crate::state::NotAState;
use crate::template::Missing;
use crate::time::{Span, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxItem {
    pub id: OutboxId,
    /// What the other system knows it by, however often it is asked.
    pub key: String,
    pub ticket: TicketId,
    /// What waits for the answer.
    pub task: TaskId,
    pub action: Action,
    /// What is sent, or why that could not be put together.
    pub call: Result<Call, Missing>,
    pub state: OutboxState,
    /// How often it was sent, or may have been.
    pub tries: u32,
    /// Why it was refused, or what went wrong last.
    pub reason: Option<String>,
    /// What the other system calls what it did.
    pub reference: Option<String>,
    /// What state it said that was in, at the time.
    pub outside: Option<String>,
    pub created_at: Timestamp,
    pub settled_at: Option<Timestamp>,
}

/// What is asked of whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub connector: ConnectorKey,
    pub operation: OperationKey,
    /// What people called it at the time: `优选商城 · 退款`.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    Queued,
    /// Under way, or its answer was lost with us.
    Sent,
    Confirmed,
    Refused,
    /// Nobody can say whether it was done; somebody has to look.
    Unknown,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Said { status: u16, body: String },
    Nothing(Trouble),
}

/// Why there is no answer to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Nobody was there to take it.
    Unreachable,
    TimedOut,
    /// It was taken, and then the line was cut.
    CutOff,
    /// What was said makes no sense.
    Garbled,
    /// The other system says that it failed, or asks to come back later.
    Failing,
    /// The address is not on the connector's list; it was not sent.
    NotAllowed,
    /// The connector is gone, or its secret cannot be opened; it was not sent.
    NotConnected,
}

/// How asking ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionOutcome {
    Confirmed { reference: Option<String>, state: Option<String> },
    Refused { reason: String },
    Unknown { trouble: Trouble },
}

/// What one answer means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Settled(ActionOutcome),
    Again { after: Span, trouble: Trouble },
}

impl OutboxState {
    pub const ALL: [Self; 5] =
        [Self::Queued, Self::Sent, Self::Confirmed, Self::Refused, Self::Unknown];

    pub const fn is_settled(self) -> bool {
        match self {
            Self::Confirmed | Self::Refused | Self::Unknown => true,
            Self::Queued | Self::Sent => false,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }
}

impl TryFrom<String> for OutboxState {
    type Error = NotAState;

    fn try_from(text: String) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(NotAState(text))
    }
}

impl Trouble {
    pub const ALL: [Self; 7] = [
        Self::Unreachable,
        Self::TimedOut,
        Self::CutOff,
        Self::Garbled,
        Self::Failing,
        Self::NotAllowed,
        Self::NotConnected,
    ];

    /// The other system cannot have heard of it.
    pub const fn was_not_sent(self) -> bool {
        match self {
            Self::NotAllowed | Self::NotConnected => true,
            Self::Unreachable | Self::TimedOut | Self::CutOff | Self::Garbled | Self::Failing => {
                false
            }
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::TimedOut => "timed_out",
            Self::CutOff => "cut_off",
            Self::Garbled => "garbled",
            Self::Failing => "failing",
            Self::NotAllowed => "not_allowed",
            Self::NotConnected => "not_connected",
        }
    }
}

impl ActionOutcome {
    pub const fn state(&self) -> OutboxState {
        match self {
            Self::Confirmed { .. } => OutboxState::Confirmed,
            Self::Refused { .. } => OutboxState::Refused,
            Self::Unknown { .. } => OutboxState::Unknown,
        }
    }

    /// What whoever has to act now is told.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Confirmed { .. } => None,
            Self::Refused { reason } => Some(reason),
            Self::Unknown { trouble } => Some(trouble.as_str()),
        }
    }
}
