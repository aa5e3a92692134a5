//! A case file (复盘包): one matter from demand to end, for one reader (leap 6).
//!
//! The desk gathers all there is; [`CaseFile::redacted_for`] takes out what an audience has no
//! business with. How it is said, and printed, is decided elsewhere.

mod audience;
mod confirmed;
mod redacting;

use serde::{Deserialize, Serialize};

pub use audience::{Audience, Section};
pub use confirmed::{Confirmed, ConfirmedLine, Signed};

use crate::business::RefKind;
use crate::calculator::ResultKind;
use crate::event::Told;
use crate::id::{EventId, PartnerId, TaskId, TicketNumber};
use crate::identity::IdentityCheck;
use crate::outbox::Trouble;
use crate::state::TicketState;
use crate::supervision::ReportKind;
use crate::task::TaskState;
use crate::ticket::{LinkKind, Rating, ResolutionCode};
use crate::time::{Span, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFile {
    pub audience: Audience,
    pub made_at: Timestamp,
    pub number: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub channel: String,
    pub state: TicketState,
    pub customer: String,
    /// `138 **** 5521`.
    pub phone: Option<String>,
    /// Who answers to the customer, and where.
    pub owner: Party,
    pub created_at: Timestamp,
    pub resolved_at: Option<Timestamp>,
    pub resolution: Option<ResolutionCode>,
    pub rating: Option<Rating>,
    /// What is written in the ticket's fields: label and value.
    pub facts: Vec<(String, String)>,
    pub things: Vec<Thing>,
    pub identity: Vec<IdentityCheck>,
    pub related: Vec<RelatedTicket>,
    /// What the flow asked for, in the order it was begun.
    pub steps: Vec<Work>,
    /// What others were asked beside the flow.
    pub answers: Vec<Work>,
    pub approvals: Vec<Work>,
    /// What partners confirmed or disputed, with their signatures.
    pub confirmations: Vec<Confirmed>,
    /// How many partners were asked.
    pub partners: usize,
    pub actions: Vec<ActionTaken>,
    pub promises: Vec<Promise>,
    pub told: Vec<(Timestamp, Told)>,
    pub supervisions: Vec<Overseen>,
    pub calculations: Vec<Calculated>,
    pub said: Vec<Said>,
}

/// Somebody, and the group, department or partner they act for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub name: Option<String>,
    pub place: String,
}

/// An order, a refund or the like that the ticket is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    pub kind: RefKind,
    pub number: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedTicket {
    pub number: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub state: TicketState,
    pub created_at: Timestamp,
    pub rating: Option<Rating>,
    /// Absent for what the same customer asked before and nobody linked.
    pub link: Option<(LinkKind, Inward)>,
    /// Of the same customer.
    pub same_customer: bool,
}

/// The link was laid from the other ticket to this one.
pub type Inward = bool;

/// One task: who had it, how long, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    pub task: TaskId,
    /// What the step is called, or what was asked.
    pub name: String,
    pub who: Party,
    /// Whose it was, where that is an outside party.
    pub partner: Option<PartnerId>,
    pub state: TaskState,
    pub begun: Timestamp,
    pub ended: Option<Timestamp>,
    /// The answer's label, or the desk's own word for how it ended.
    pub outcome: Option<String>,
    /// What was said then.
    pub said: Option<String>,
}

/// What another system was asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionTaken {
    pub name: String,
    pub at: Timestamp,
    pub event: EventId,
    pub result: ActionResult,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActionResult {
    Waiting,
    Confirmed { reference: Option<String>, state: Option<String>, at: Timestamp },
    Refused { reason: String, at: Timestamp },
    Unknown { trouble: Trouble, at: Timestamp },
}

/// What was promised, and whether it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    pub what: Promised,
    pub due_at: Timestamp,
    pub done_at: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Promised {
    FirstResponse,
    Resolution,
    /// A step's own deadline (F-08).
    Step(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Kept,
    Broken,
    /// Not due yet.
    Open,
}

/// A requirement a leader laid over the ticket (D-14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overseen {
    pub by: Option<String>,
    pub department: String,
    pub requirement: String,
    pub issued_at: Timestamp,
    pub deadline: Timestamp,
    pub reports: Vec<(Timestamp, ReportKind, String)>,
    /// How often it was not answered in time.
    pub missed: u32,
    /// How often it climbed to the next leader.
    pub climbed: u32,
    pub lifted_at: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculated {
    pub name: String,
    pub version: u32,
    pub given: Vec<(String, String)>,
    pub result: String,
    pub kind: ResultKind,
    pub at: Timestamp,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub by: Speaker,
    pub at: Timestamp,
    pub event: EventId,
    pub body: String,
    /// What the files that came with it are called.
    pub files: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speaker {
    Customer,
    Agent(Option<String>),
    /// An agent, to colleagues only.
    Note(Option<String>),
}

impl CaseFile {
    /// The whole chain: until it was resolved, or until now.
    pub fn elapsed(&self) -> Span {
        self.resolved_at.unwrap_or(self.made_at) - self.created_at
    }
}

impl Work {
    /// How long it took, or has taken.
    pub fn elapsed(&self, now: Timestamp) -> Span {
        self.ended.unwrap_or(now) - self.begun
    }
}

impl Promise {
    pub fn kept(&self, now: Timestamp) -> Kept {
        match self.done_at {
            None if now <= self.due_at => Kept::Open,
            done if done.unwrap_or(now) <= self.due_at => Kept::Kept,
            Some(_) | None => Kept::Broken,
        }
    }
}
