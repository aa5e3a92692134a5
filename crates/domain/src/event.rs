//! What happened.
//!
//! An event is written once, in the transaction of the change itself, and never changed. The
//! timeline, live pages, notifications and reports all read it; none of them is called by the code
//! that changes a ticket. Add variants; never alter one that has been stored.

use serde::{Deserialize, Serialize};

use crate::business::RefKind;
use crate::calculator::{Calculation, ResultKind};
use crate::case_file::Audience;
use crate::confirming::{NewLine, Verdict};
use crate::flow::{Outcome, StepKey};
use crate::id::{
    AgentId, AttachmentId, CalculationId, CategoryId, ChannelId, ContactId, CustomerId,
    DepartmentId, EventId, GroupId, LineId, MessageId, PartnerId, SupervisionId, TaskId, TicketId,
};
use crate::identity::{IdentityMethod, IdentityResult};
use crate::outbox::{Action, Trouble};
use crate::priority::Priority;
use crate::state::TicketState;
use crate::supervision::{Missed, ReportKind};
use crate::ticket::{LinkKind, ResolutionCode, Stars};
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub ticket: TicketId,
    pub by: By,
    pub at: Timestamp,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum By {
    Agent(AgentId),
    Customer(CustomerId),
    /// Of a partner.
    Contact(ContactId),
    System,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// The message is what it was filed with.
    TicketCreated {
        channel: ChannelId,
        category: CategoryId,
        message: MessageId,
    },
    /// A task stands in a queue, or in somebody's list.
    TaskOpened {
        task: TaskId,
        step: StepKey,
        group: GroupId,
        to: Option<AgentId>,
    },
    TaskClaimed {
        task: TaskId,
        step: StepKey,
    },
    /// Given to somebody by the desk, or by a leader.
    TaskAssigned {
        task: TaskId,
        to: AgentId,
        because: Option<String>,
    },
    StepCompleted {
        task: TaskId,
        step: StepKey,
        note: Option<String>,
        /// When it could have ended otherwise.
        #[serde(default)]
        outcome: Option<Outcome>,
    },
    /// A step the desk did itself was refused, or nobody knows how it ended.
    StepFailed {
        task: TaskId,
        step: StepKey,
        reason: Option<String>,
    },
    /// Its fork went on without it.
    StepSkipped {
        task: TaskId,
        step: StepKey,
    },
    /// Somebody was asked beside the flow.
    TaskAsked {
        task: TaskId,
        question: String,
        to: Asked,
    },
    /// Whoever was asked has answered.
    TaskAnswered {
        task: TaskId,
        answer: Option<String>,
        outcome: Option<Outcome>,
    },
    StepSentBack {
        task: TaskId,
        step: StepKey,
        reason: String,
    },
    TicketTransferred {
        group: GroupId,
        to: Option<AgentId>,
        note: Option<String>,
    },
    TicketEscalated {
        group: GroupId,
        from: Priority,
        to: Priority,
        note: String,
    },
    TicketSuspended {
        state: TicketState,
        reason: String,
        wake_at: Option<Timestamp>,
    },
    TicketResumed,
    TicketUrged {
        count: u32,
    },
    ReplySent {
        message: MessageId,
    },
    CustomerReplied {
        message: MessageId,
    },
    NoteAdded {
        message: MessageId,
        mentions: Vec<AgentId>,
    },
    FieldChanged {
        field: String,
        from: Option<String>,
        to: Option<String>,
    },
    CategoryChanged {
        from: CategoryId,
        to: CategoryId,
    },
    PriorityChanged {
        from: Priority,
        to: Priority,
        reason: Option<String>,
    },
    OwnerChanged {
        from: Option<AgentId>,
        to: Option<AgentId>,
    },
    FollowerAdded {
        agent: AgentId,
    },
    FollowerRemoved {
        agent: AgentId,
    },
    TicketResolved {
        code: ResolutionCode,
        note: Option<String>,
    },
    /// D-17: the customer was told, or could not be.
    ResultNotified {
        outcome: Told,
    },
    TicketReopened {
        count: u32,
        reason: Option<String>,
    },
    TicketClosed,
    /// Out of the lists, long after it was closed.
    TicketArchived,
    TicketMerged {
        into: TicketId,
    },
    MergedFrom {
        ticket: TicketId,
    },
    TicketSplit {
        into: TicketId,
    },
    SplitFrom {
        ticket: TicketId,
    },
    TicketLinked {
        to: TicketId,
        link: LinkKind,
    },
    TicketUnlinked {
        to: TicketId,
        link: LinkKind,
    },
    RatingGiven {
        result: Stars,
        process: Option<Stars>,
        comment: Option<String>,
    },
    /// The promise was broken at this moment.
    Breached {
        due_at: Timestamp,
    },
    /// E-05: what was given, what came out, and by which version.
    CalculationStored {
        run: CalculationId,
        name: String,
        version: u32,
        calculation: Calculation,
        result_kind: ResultKind,
    },
    /// Another system will be asked to do something (J-02).
    ExternalActionRequested {
        task: TaskId,
        action: Action,
    },
    /// It was done; the reference is what the other system calls it.
    ExternalActionConfirmed {
        task: TaskId,
        action: Action,
        reference: Option<String>,
        state: Option<String>,
    },
    ExternalActionRefused {
        task: TaskId,
        action: Action,
        reason: String,
    },
    /// Nobody can say whether it was done.
    ExternalActionUnknown {
        task: TaskId,
        action: Action,
        trouble: Trouble,
    },
    /// The ticket is about a thing in another system (A-28).
    BusinessRefAdded {
        thing: RefKind,
        number: String,
    },
    BusinessRefRemoved {
        thing: RefKind,
        number: String,
    },
    /// D-14: a leader laid a requirement over this ticket; `to` answers for the department.
    SupervisionIssued {
        supervision: SupervisionId,
        department: DepartmentId,
        to: AgentId,
        requirement: String,
        deadline: Timestamp,
    },
    SupervisionAcknowledged {
        supervision: SupervisionId,
    },
    SupervisionReported {
        supervision: SupervisionId,
        report: String,
        said: ReportKind,
    },
    SupervisionOverdue {
        supervision: SupervisionId,
        missed: Missed,
    },
    /// It has climbed to the next leader.
    SupervisionEscalated {
        supervision: SupervisionId,
        department: DepartmentId,
        to: AgentId,
    },
    SupervisionLifted {
        supervision: SupervisionId,
        note: Option<String>,
    },
    /// D-20: what is to be confirmed or disputed. Without a task, by whoever the flow asks next.
    LinesLaidDown {
        task: Option<TaskId>,
        lines: Vec<NewLine>,
    },
    /// D-20: one line was confirmed or disputed, as it stood then.
    LineDecided {
        task: TaskId,
        line: LineId,
        label: String,
        amount: i64,
        verdict: Verdict,
        comment: Option<String>,
        photo: Option<AttachmentId>,
    },
    /// K-06: somebody put their name to it.
    Signed {
        task: TaskId,
        name: String,
        attachment: Option<AttachmentId>,
        sha256: String,
    },
    /// The link to its task went to a contact of the partner.
    PartnerInvited {
        task: TaskId,
        contact: ContactId,
    },
    /// P-06: the customer was asked to prove who they are.
    IdentityChecked {
        method: IdentityMethod,
        result: IdentityResult,
    },
    /// The whole matter left the desk as a file for somebody.
    CaseFileTaken {
        audience: Audience,
    },
}

/// Whom a question went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Asked {
    Agent(AgentId),
    Group(GroupId),
    /// Its leader has it.
    Department(DepartmentId),
    Partner(PartnerId),
}

/// How telling the customer the result went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Told {
    Told,
    Unreachable,
    CallBack { at: Timestamp },
}

impl What {
    /// A customer's page may know that this happened. Whatever is not listed here stays inside.
    pub const fn is_public(&self) -> bool {
        match self {
            Self::TicketCreated { .. }
            | Self::TaskClaimed { .. }
            | Self::StepCompleted { .. }
            | Self::TicketSuspended { .. }
            | Self::TicketResumed
            | Self::TicketUrged { .. }
            | Self::ReplySent { .. }
            | Self::CustomerReplied { .. }
            | Self::TicketResolved { .. }
            | Self::ResultNotified { .. }
            | Self::TicketReopened { .. }
            | Self::TicketClosed
            | Self::TicketMerged { .. }
            | Self::RatingGiven { .. } => true,
            Self::TaskOpened { .. }
            | Self::TaskAssigned { .. }
            | Self::StepSentBack { .. }
            | Self::StepFailed { .. }
            | Self::StepSkipped { .. }
            | Self::TaskAsked { .. }
            | Self::TaskAnswered { .. }
            | Self::TicketTransferred { .. }
            | Self::TicketEscalated { .. }
            | Self::NoteAdded { .. }
            | Self::FieldChanged { .. }
            | Self::CategoryChanged { .. }
            | Self::PriorityChanged { .. }
            | Self::OwnerChanged { .. }
            | Self::FollowerAdded { .. }
            | Self::FollowerRemoved { .. }
            | Self::MergedFrom { .. }
            | Self::TicketSplit { .. }
            | Self::SplitFrom { .. }
            | Self::TicketLinked { .. }
            | Self::TicketUnlinked { .. }
            | Self::Breached { .. }
            | Self::TicketArchived
            | Self::CalculationStored { .. }
            | Self::ExternalActionRequested { .. }
            | Self::ExternalActionConfirmed { .. }
            | Self::ExternalActionRefused { .. }
            | Self::ExternalActionUnknown { .. }
            | Self::BusinessRefAdded { .. }
            | Self::BusinessRefRemoved { .. }
            | Self::SupervisionIssued { .. }
            | Self::SupervisionAcknowledged { .. }
            | Self::SupervisionReported { .. }
            | Self::SupervisionOverdue { .. }
            | Self::SupervisionEscalated { .. }
            | Self::SupervisionLifted { .. }
            | Self::LinesLaidDown { .. }
            | Self::LineDecided { .. }
            | Self::Signed { .. }
            | Self::PartnerInvited { .. }
            | Self::IdentityChecked { .. }
            | Self::CaseFileTaken { .. } => false,
        }
    }

    /// The message it is about, if it is about one.
    pub const fn message(&self) -> Option<MessageId> {
        match self {
            Self::TicketCreated { message, .. }
            | Self::ReplySent { message }
            | Self::CustomerReplied { message }
            | Self::NoteAdded { message, .. } => Some(*message),
            _ => None,
        }
    }

    /// The word programs know it by, as in the stored form.
    pub fn kind(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        value.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::What;
    use crate::id::MessageId;

    /// One stored sample of each old form goes here when a form is added to.
    #[test]
    fn stored_events_are_still_understood() {
        let stored = r#"{"kind":"note_added","message":7,"mentions":[3]}"#;
        let what: What = serde_json::from_str(stored).unwrap();

        assert_eq!(what.message(), Some(MessageId(7)));
        assert_eq!(what.kind(), "note_added");
        assert!(!what.is_public());
    }
}
