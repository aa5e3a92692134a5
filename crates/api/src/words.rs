//! The words of the API. Each is a domain value in clothes of its own: a new variant there does
//! not compile until somebody has decided what strangers call it.

use domain::actor::Permission;
use domain::customer::RequesterKind;
use domain::list::{Shelf, View};
use domain::message::MessageKind;
use domain::page::StepState;
use domain::priority::{Importance, Priority, Urgency};
use domain::state::{StateCategory, TicketState};
use domain::task::TaskState;
use domain::ticket::{LinkKind, ResolutionCode, WaitFor};
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
        Resolved, Closed, Rejected, Merged,
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
    /// Whom a ticket waits for.
    WaitForWord = WaitFor { Customer, ThirdParty, Time }
    /// How two tickets belong together.
    LinkWord = LinkKind { Related, Duplicate, Parent, BlockedBy }
    /// How far a step of the flow is.
    StepStateWord = StepState { Done, Now, Later, Skipped }
    /// Which shelf of the worklist.
    ShelfWord = Shelf { Mine, Queue, Waiting }
    /// A named way to look at tickets.
    ViewWord = View { Live, New, Open, Waiting, Overdue, Resolved, Closed }
    /// Who asks.
    RequesterWord = RequesterKind { Customer, Partner, Employee }
    /// Something one may do.
    PermissionWord = Permission {
        ReadTickets, CreateTickets, Reply, Note, EditTickets, Claim, Transfer, Wait, Resolve,
        Reopen, Close, Arrange, Urge, Reassign, ReadBoards, ReadCustomers, EditCustomers,
        Administer,
    }
}
