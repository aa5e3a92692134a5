//! The words of the API. Each is a domain value in clothes of its own: a new variant there does
//! not compile until somebody has decided what strangers call it.

use domain::actor::Permission;
use domain::behind::Number;
use domain::business::RefKind;
use domain::calculator::{Fact, ResultKind, RoundTo};
use domain::case_file::Audience;
use domain::customer::RequesterKind;
use domain::formula::Rounding;
use domain::identity::{IdentityMethod, IdentityResult};
use domain::list::{Shelf, View};
use domain::message::MessageKind;
use domain::outbox::OutboxState;
use domain::page::StepState;
use domain::priority::{Importance, Priority, Urgency};
use domain::state::{StateCategory, TicketState};
use domain::supervision::{
    Figure, Missed, ReportKind, SupervisionAct, SupervisionState, SupervisionsOf,
};
use domain::task::TaskState;
use domain::ticket::{LinkKind, ResolutionCode, Trigger, WaitFor};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $domain:ident { $($word:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($word),+ }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value { $($domain::$word => Self::$word),+ }
            }
        }

        impl From<$name> for $domain {
            fn from(value: $name) -> Self {
                match value { $($name::$word => Self::$word),+ }
            }
        }
    )+};
}

words! {
    /// Where a ticket stands, in the five words every list and report knows.
    StateWord = StateCategory { New, Open, Waiting, Resolved, Closed }
    /// Where a ticket stands, exactly.
    SubstateWord = TicketState {
        Submitted, ToClaim, Assigned, InProgress, AwaitingCustomer, AwaitingThirdParty, Suspended,
        Resolved, Closed, Rejected, Merged, Archived,
    }
    /// Where a task stands.
    TaskStateWord = TaskState {
        Pending, Ready, Claimed, InProgress, WaitingExternal, Done, Failed, SentBack, Cancelled,
        Skipped,
    }
    /// What comes first.
    PriorityWord = Priority { Low, Normal, High, Urgent }
    /// How soon harm is done.
    UrgencyWord = Urgency { Low, Medium, High }
    /// How much harm is done.
    ImportanceWord = Importance { Low, Medium, High }
    /// Who may read a message: everybody concerned, or only those who work here.
    MessageKindWord = MessageKind { PublicReply, Note }
    /// How a matter ended.
    ResolutionWord = ResolutionCode {
        Solved, Explained, Refunded, Replaced, Compensated, Withdrawn, NotPossible,
    }
    /// Who reads a case file.
    AudienceWord = Audience { Internal, Partner, Customer, Regulator }
    /// What somebody was asked to prove who they are by.
    IdentityMethodWord = IdentityMethod { PhoneCode, OrderAndName, IdLastFour, CallBack }
    /// Whether they did.
    IdentityResultWord = IdentityResult { Passed, Failed }
    /// What of a ticket fills an input of a calculator.
    FactWord = Fact { DaysOpen, DaysOverdue, Reopens, Urges, Vip }
    /// What a calculator's result is.
    ResultKindWord = ResultKind { Money, Number, Percent, Days }
    /// The unit a result is rounded to.
    RoundToWord = RoundTo { Hundredth, Tenth, One }
    /// What becomes of the part below the unit; half a unit goes up, away from zero.
    RoundingWord = Rounding { HalfUp, Down, Up }
    /// Whom a ticket waits for.
    WaitForWord = WaitFor { Customer, ThirdParty, Time }
    /// How two tickets belong together.
    LinkWord = LinkKind { Related, Duplicate, Parent, BlockedBy }
    /// How far a step of the flow is.
    StepStateWord = StepState { Done, Now, Later, Skipped }
    /// What set it in motion.
    TriggerWord = Trigger { Person, System }
    /// Which shelf of the worklist.
    ShelfWord = Shelf { Mine, Queue, Waiting }
    /// A named way to look at tickets.
    ViewWord = View {
        Live, New, Open, Waiting, Overdue, Supervised, Stuck, Resolved, Closed, Archived,
    }
    /// Where a supervision stands.
    SupervisionStateWord = SupervisionState {
        Issued, Acknowledged, Reporting, Overdue, Escalated, Lifted,
    }
    /// What a report says: how far it is, or that it is done.
    ReportWord = ReportKind { Progress, Answer }
    /// What was missed.
    MissedWord = Missed { Report, Limit }
    /// Whose supervisions.
    SupervisionsOfWord = SupervisionsOf { All, ToMe, ByMe }
    /// A number of the board of supervision.
    FigureWord = Figure {
        Issued, AcknowledgedInTime, AnsweredInTime, Missed, Repeated, Running,
    }
    /// A number of the board that can be looked behind: what happened today, and what people have
    /// in hand.
    NumberWord = Number {
        Created, CreatedBySystem, Accepted, Handled, Resolved, Rated, Unclaimed, Actionable, Late,
        Held, Owned,
    }
    /// What kind of thing in another system.
    ThingWord = RefKind { Order, Refund, Repair, Shipment, Voucher, Payment }
    /// Where something another system was asked to do stands.
    ErrandStateWord = OutboxState { Queued, Sent, Confirmed, Refused, Unknown }
    /// Who asks.
    RequesterWord = RequesterKind { Customer, Partner, Employee }
    /// Something one may do.
    PermissionWord = Permission {
        ReadTickets, CreateTickets, Reply, Note, EditTickets, Claim, Transfer, Wait, Resolve,
        Reopen, Close, Arrange, Urge, Supervise, Reassign, ReadBoards, ReadCustomers, EditCustomers,
        Administer,
    }
}

/// What somebody may do with a supervision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SupervisionActWord {
    Acknowledge,
    Report,
    Lift,
}

impl SupervisionActWord {
    /// What is missed and what climbs is for the desk alone.
    pub const fn of_people(act: SupervisionAct) -> Option<Self> {
        match act {
            SupervisionAct::Acknowledge => Some(Self::Acknowledge),
            SupervisionAct::Report => Some(Self::Report),
            SupervisionAct::Lift => Some(Self::Lift),
            SupervisionAct::Miss | SupervisionAct::Escalate => None,
        }
    }
}
