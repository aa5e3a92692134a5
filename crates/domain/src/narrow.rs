//! One step, for whoever answers it and need not know the rest of the ticket (D-05, D-26).
//!
//! Nothing internal has a place in these types, so nothing internal can leak: no conversation, no
//! notes, no customer, no other task.

use serde::{Deserialize, Serialize};

use crate::confirming::{Line, NewLine, Signature};
use crate::field::Field;
use crate::id::{AttachmentId, ContactId, LineId, PartnerId, TaskId, TicketId, TicketNumber};
use crate::message::Attachment;
use crate::partner::Partner;
use crate::task::TaskState;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrowPage {
    pub task: TaskId,
    /// To name it on the telephone; it opens nothing.
    pub number: TicketNumber,
    /// The step's name, or what was asked.
    pub title: String,
    pub instructions: Option<String>,
    /// Who asks, by name.
    pub asked_by: Option<String>,
    /// Who answers: the partner's name and the contact's, or the colleague's.
    pub answered_for: String,
    pub due_at: Option<Timestamp>,
    pub asks: Asks,
    pub fields: Vec<NarrowField>,
    pub lines: Vec<Line>,
    pub attachments: Vec<Attachment>,
    pub standing: Standing,
    pub signature: Option<Signature>,
    /// At the time of looking.
    pub at: Timestamp,
}

/// What would be an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "choices", rename_all = "snake_case")]
pub enum Asks {
    /// One of these.
    Choice(Vec<Choice>),
    /// Something in words.
    Words,
    /// That it is done.
    Done,
    /// Each line confirmed or disputed, and a name to it.
    Lines,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub outcome: String,
    /// As the flow calls it; absent where everybody knows the word.
    pub label: Option<String>,
    pub needs_note: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrowField {
    pub field: Field,
    /// As it reads now.
    pub value: Option<String>,
    /// It can be filled in here.
    pub open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Standing {
    /// An answer is awaited.
    Open,
    Answered {
        outcome: Option<String>,
        answer: Option<String>,
        at: Option<Timestamp>,
    },
    /// It is not awaited any more.
    Withdrawn,
}

/// A step of the flow that is the customer's to end, on the page they follow their ticket by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerQuestion {
    pub task: TaskId,
    pub title: String,
    pub instructions: Option<String>,
    pub due_at: Option<Timestamp>,
    pub asks: Asks,
    pub fields: Vec<NarrowField>,
    /// It is not answered without words.
    pub needs_words: bool,
    /// It is not answered without a file.
    pub needs_file: bool,
}

/// A task in the short list of whoever sees no tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrowTask {
    pub id: TaskId,
    pub number: TicketNumber,
    pub title: String,
    pub asked_by: Option<String>,
    pub due_at: Option<Timestamp>,
    pub state: TaskState,
    pub created_at: Timestamp,
}

/// What somebody answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NarrowAnswer {
    pub outcome: Option<String>,
    pub note: Option<String>,
    /// Field key → what was typed.
    pub values: Vec<(String, String)>,
    pub lines: Vec<LineAnswer>,
    /// Files that prove it.
    pub attachments: Vec<AttachmentId>,
    pub signing: Option<Signing>,
    /// The same key twice is one answer.
    pub idempotency_key: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineAnswer {
    pub line: LineId,
    /// As [`crate::confirming::Verdict`].
    pub verdict: String,
    pub comment: Option<String>,
    pub photo: Option<AttachmentId>,
}

/// A name, and the way it was put there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signing {
    pub name: String,
    /// A picture that was drawn with a finger; without it, the name was typed and affirmed.
    pub drawn: Option<AttachmentId>,
}

/// What stands behind `/p/…`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Doorway {
    /// A one-time code opens it, and goes to this phone or address.
    Locked {
        reach: Option<String>,
        sent: bool,
    },
    Open {
        page: Box<NarrowPage>,
    },
}

/// What a partner is asked on one ticket, as an agent sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Absent while it waits for the step that will ask.
    pub task: Option<TaskId>,
    pub title: Option<String>,
    pub partner: Option<String>,
    pub state: Option<TaskState>,
    pub lines: Vec<Line>,
    pub signature: Option<Signature>,
    /// Whom the link went to, and the link.
    pub invited: Vec<Invited>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    pub contact: ContactId,
    pub name: String,
    pub reach: Option<String>,
    pub link: String,
}

/// All the ticket page needs to ask partners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerDesk {
    /// Those that can be asked.
    pub partners: Vec<Partner>,
    pub confirmations: Vec<Confirmation>,
    /// A step of its flow will ask for lines.
    pub flow_asks: bool,
}

/// Lines for a partner to confirm, by hand beside the flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskToConfirm {
    pub ticket: TicketId,
    pub partner: PartnerId,
    pub question: String,
    /// Label and amount, as typed.
    pub lines: Vec<(String, String)>,
    pub attachments: Vec<AttachmentId>,
    pub due_at: Option<Timestamp>,
}

impl CustomerQuestion {
    /// A plain message answers it; there is nothing to fill in.
    pub const fn takes_any_words(&self) -> bool {
        matches!(self.asks, Asks::Done) && self.fields.is_empty() && !self.needs_file
    }
}

impl NarrowPage {
    pub const fn is_open(&self) -> bool {
        matches!(self.standing, Standing::Open)
    }
}

impl AskToConfirm {
    /// Blank rows of a form are no lines.
    pub fn typed(lines: &[(String, String)]) -> Vec<(&str, &str)> {
        let pairs = lines.iter().map(|(label, amount)| (label.trim(), amount.trim()));
        pairs.filter(|(label, amount)| !label.is_empty() || !amount.is_empty()).collect()
    }
}

impl From<&Line> for NewLine {
    fn from(line: &Line) -> Self {
        Self { label: line.label.clone(), amount: line.amount }
    }
}
