//! What pages show: joined rows, made for one look.

use serde::{Deserialize, Serialize};

use crate::actor::Permission;
use crate::contact::Email;
use crate::event::{Event, What};
use crate::field::{Field, FieldValue};
use crate::flow::Step;
use crate::id::{
    AgentId, AttachmentId, CategoryId, CustomerId, DepartmentId, EventId, FieldId, GroupId,
    MessageId, TicketNumber,
};
use crate::identity::IdentityCheck;
use crate::message::{Attachment, Draft, MessageKind};
use crate::narrow::CustomerQuestion;
use crate::org::{GroupName, Person};
use crate::partner::Partner;
use crate::priority::Priority;
use crate::state::{StateCategory, TicketState};
use crate::stuck::Trouble;
use crate::supervision::SupervisionView;
use crate::task::Task;
use crate::ticket::{LinkKind, Rating, Ticket};
use crate::time::Timestamp;

/// Who is signed in at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub id: AgentId,
    pub name: String,
    pub login: String,
    pub groups: Vec<GroupName>,
    /// What this person may do somewhere; the server decides for each ticket.
    pub permissions: Vec<Permission>,
    pub available: bool,
}

/// One ticket as an agent sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketPage {
    pub ticket: Ticket,
    pub number: TicketNumber,
    pub category: Vec<String>,
    pub channel: String,
    pub owner: Option<Person>,
    pub group: GroupName,
    /// The group that gets what this one cannot solve (D-21).
    pub escalates_to: Option<String>,
    pub steps: Vec<StepView>,
    /// Tasks that are not over.
    pub tasks: Vec<TaskView>,
    /// Whoever was asked beside the flow, answered or not (C-14).
    pub asked: Vec<TaskView>,
    /// What the answers of the flow's questions are called.
    pub outcomes: Vec<(String, String)>,
    pub timeline: Timeline,
    pub customer: CustomerCard,
    pub fields: Vec<FieldView>,
    pub followers: Vec<Person>,
    pub following: bool,
    /// The newest check of who asks (P-06).
    pub identity: Option<IdentityCheck>,
    pub attachments: Vec<Attachment>,
    pub links: Vec<LinkView>,
    /// Those that were not lifted yet (D-14).
    pub supervisions: Vec<SupervisionView>,
    /// Why it runs badly, if it does (H-05).
    pub troubles: Vec<Trouble>,
    pub drafts: Vec<Draft>,
    pub present: Vec<Presence>,
    /// What the reader may do with this ticket now.
    pub may: Vec<Permission>,
    /// The newest public message, to warn when another arrives while one is writing.
    pub newest_message: Option<MessageId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    pub key: String,
    pub name: String,
    pub state: StepState,
    /// Who did it, or has it.
    pub who: Option<String>,
    pub at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    Now,
    Later,
    /// The ticket went another way.
    Skipped,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    pub task: Task,
    /// Its step in the flow, with the fields the reader sees there; absent for what was asked.
    pub step: Option<Step>,
    /// What the step is called, or what was asked.
    pub step_name: String,
    pub group: GroupName,
    pub handler: Option<Person>,
    pub department: Option<String>,
    pub partner: Option<String>,
    pub asked_by: Option<Person>,
    /// The reader may finish it, or give it back, now.
    pub may_finish: bool,
    /// The reader may give it to somebody else.
    pub may_assign: bool,
    pub may_claim: bool,
}

/// Newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    pub entries: Vec<Entry>,
    /// Present when there are older ones: the event to continue before.
    pub older: Option<EventId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub event: Event,
    /// Who did it, by name; `None` is the desk itself.
    pub who: Option<String>,
    pub message: Option<MessageView>,
    /// Names of the people and groups the event speaks of, in the order it does.
    pub names: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    pub id: MessageId,
    pub kind: MessageKind,
    pub from_customer: bool,
    pub body: String,
    pub attachments: Vec<Attachment>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerCard {
    pub id: CustomerId,
    pub name: String,
    pub vip: bool,
    /// `138 **** 5521`.
    pub phone: Option<String>,
    pub email: Option<Email>,
    pub organization: Option<String>,
    /// Where they live, as far as it is known: `浙江 / 杭州`.
    pub region: Option<String>,
    pub tickets: i64,
    /// The newest few other tickets, with how they were rated (M-06).
    pub earlier: Vec<EarlierTicket>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierTicket {
    pub number: TicketNumber,
    pub subject: String,
    pub state: TicketState,
    pub created_at: Timestamp,
    pub rating: Option<Rating>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    pub field: Field,
    pub value: Option<FieldValue>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    pub number: TicketNumber,
    pub subject: String,
    pub state: TicketState,
    pub kind: LinkKind,
    /// The link was laid from the other ticket to this one.
    pub inward: bool,
}

/// Somebody looking at the same ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    pub agent: AgentId,
    pub name: String,
    pub writing: bool,
}

/// A value a person wants to change, and what it was when they looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    pub field: EditField,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// What can be edited on a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum EditField {
    Subject,
    Urgency,
    Importance,
    /// Overrides what urgency and importance make of it.
    Priority,
    Category,
    Owner,
    Custom(FieldId),
}

/// Two people changed the same thing: both values, for the second to choose (leap 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditConflict {
    pub field: EditField,
    pub theirs: Option<String>,
    pub yours: Option<String>,
    pub by: Option<String>,
    pub at: Option<Timestamp>,
}

/// One ticket as its customer sees it. Nothing internal is in here, so nothing internal can leak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressPage {
    pub number: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub state: TicketState,
    pub steps: Vec<StepView>,
    pub owner: Option<String>,
    /// When to expect the result.
    pub expected_at: Option<Timestamp>,
    pub waiting_for_you: bool,
    /// What the flow asks the customer, one at a time.
    pub question: Option<CustomerQuestion>,
    pub created_at: Timestamp,
    pub resolved_at: Option<Timestamp>,
    pub messages: Vec<ProgressMessage>,
    pub rating: Option<Rating>,
    pub reopens: u32,
    pub urges: u32,
    /// When the next urge will be heard.
    pub urge_again_at: Option<Timestamp>,
    pub merged_into: Option<TicketNumber>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressMessage {
    pub id: MessageId,
    pub mine: bool,
    pub who: String,
    pub body: String,
    pub at: Timestamp,
    pub attachments: Vec<Attachment>,
}

/// A ticket in the customer's own list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyTicket {
    pub number: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub state: TicketState,
    pub updated_at: Timestamp,
}

/// What a customer sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    pub category: Option<CategoryId>,
    /// Instead of an id: the names from the top.
    pub path: Vec<String>,
    pub subject: Option<String>,
    pub description: String,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub priority: Option<Priority>,
    /// Field id or key → what was typed.
    pub fields: Vec<(String, String)>,
    pub attachments: Vec<AttachmentId>,
    /// A visitor has no name to prove by that an upload is theirs; these keys do.
    pub upload_keys: Vec<String>,
    /// The same key twice is the same ticket.
    pub idempotency_key: Option<String>,
}

/// What filing answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    pub number: TicketNumber,
    pub state: TicketState,
    /// Opens the progress page without a password, for this ticket only.
    pub link: String,
    /// It had been filed before with the same key.
    pub again: bool,
}

/// Something changed; whoever shows it asks again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    pub ticket: TicketNumber,
    /// As [`What::kind`].
    pub kind: String,
    pub at: Timestamp,
}

/// Somebody work can be handed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    pub id: AgentId,
    pub name: String,
    pub available: bool,
    pub groups: Vec<GroupId>,
    /// Tasks in their worklist now.
    pub load: i64,
}

/// Whom one can ask besides groups and colleagues.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whom {
    /// Those with a leader, who gets the question.
    pub departments: Vec<(DepartmentId, String)>,
    pub partners: Vec<Partner>,
}

/// One of many tickets handed over in one call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    pub number: TicketNumber,
    /// `None` when it worked, else a stable code.
    pub refused: Option<String>,
}

impl TaskView {
    pub fn is_mine(&self, me: AgentId) -> bool {
        self.task.handler == Some(me) && self.task.is_actionable()
    }
}

impl ProgressPage {
    pub const fn is_over(&self) -> bool {
        matches!(self.state.category(), StateCategory::Resolved | StateCategory::Closed)
    }
}

impl Entry {
    pub const fn what(&self) -> &What {
        &self.event.what
    }
}

impl Timeline {
    pub const PAGE: u16 = 30;
}
