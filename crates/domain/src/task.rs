//! A task: work for one handler or group, and the thing a worklist shows.

use serde::{Deserialize, Serialize};

use crate::flow::engine::Scope;
use crate::flow::{Outcome, StepKey};
use crate::id::{AgentId, DepartmentId, GroupId, PartnerId, TaskId, TicketId};
use crate::state::NotAState;
use crate::ticket::Trigger;
use crate::time::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub id: TaskId,
    pub ticket: TicketId,
    pub kind: TaskKind,
    pub trigger: Trigger,
    /// Where in the ticket's flow this stands.
    pub step: StepKey,
    /// The branch of the flow it is on, inside a fork.
    pub scope: Option<Scope>,
    pub state: TaskState,
    pub group: GroupId,
    pub handler: Option<AgentId>,
    /// It was sent to this department; its leader has it, or whoever the leader gave it to.
    pub department: Option<DepartmentId>,
    /// It is an outside party's to answer.
    pub partner: Option<PartnerId>,
    /// What somebody asked for by hand, beside the flow.
    pub asked: Option<Asked>,
    pub due_at: Option<Timestamp>,
    /// The step's own deadline (F-08), whatever the ticket's promise is.
    pub step_due_at: Option<Timestamp>,
    /// The promise is broken, and that was noticed and counted.
    pub overdue: bool,
    /// What the one before left for the one after.
    pub note: Option<String>,
    /// How it ended, and what was said then.
    pub outcome: Option<Outcome>,
    pub answer: Option<String>,
    pub created_at: Timestamp,
    pub done_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// A step of the flow that people do.
    #[default]
    Step,
    /// A step the desk does: an external action, a timer, a fork.
    Automatic,
    /// Opened by hand, beside the flow (C-14, I-06).
    Asked,
}

/// One person's question to another, or to a department, a group, a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Nobody, when the desk itself asks because something failed.
    pub by: Option<AgentId>,
    pub question: String,
    /// The asker's own task, held until this and its like are answered.
    pub holds: Option<TaskId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// Not yet, or not at the moment, something to act on.
    Pending,
    Ready,
    Claimed,
    InProgress,
    WaitingExternal,
    Done,
    /// Followed by a new task for whoever must act now.
    Failed,
    SentBack,
    Cancelled,
    Skipped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskAct {
    /// Out of the worklist while the ticket waits.
    Hold,
    /// Back into the worklist.
    Wake,
    Claim,
    Release,
    Begin,
    WaitExternal,
    Complete,
    Fail,
    SendBack,
    Cancel,
    /// Its fork went on without it.
    Skip,
}

impl Task {
    /// Ready for whoever takes it; of the flow, and nobody's yet.
    pub const fn new(
        id: TaskId,
        ticket: TicketId,
        step: StepKey,
        group: GroupId,
        created_at: Timestamp,
    ) -> Self {
        Self {
            id,
            ticket,
            kind: TaskKind::Step,
            trigger: Trigger::Person,
            step,
            scope: None,
            state: TaskState::Ready,
            group,
            handler: None,
            department: None,
            partner: None,
            asked: None,
            due_at: None,
            step_due_at: None,
            overdue: false,
            note: None,
            outcome: None,
            answer: None,
            created_at,
            done_at: None,
        }
    }

    /// What is due first: the step, or the ticket.
    pub fn earliest(&self, of_ticket: Option<Timestamp>) -> Option<Timestamp> {
        [self.step_due_at, of_ticket].into_iter().flatten().min()
    }

    /// Something somebody can do now.
    pub const fn is_actionable(&self) -> bool {
        self.state.is_actionable()
    }
}

impl TaskState {
    pub const ALL: [Self; 10] = [
        Self::Pending,
        Self::Ready,
        Self::Claimed,
        Self::InProgress,
        Self::WaitingExternal,
        Self::Done,
        Self::Failed,
        Self::SentBack,
        Self::Cancelled,
        Self::Skipped,
    ];

    pub const fn is_actionable(self) -> bool {
        matches!(self, Self::Ready | Self::Claimed | Self::InProgress)
    }

    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::SentBack | Self::Cancelled | Self::Skipped)
    }

    /// Where `act` leads from here, if it leads anywhere.
    pub const fn after(self, act: TaskAct) -> Option<Self> {
        match (act, self) {
            (TaskAct::Hold, Self::Ready | Self::Claimed | Self::InProgress) => Some(Self::Pending),
            (TaskAct::Wake, Self::Pending | Self::WaitingExternal)
            | (TaskAct::Release, Self::Claimed | Self::InProgress | Self::Pending) => {
                Some(Self::Ready)
            }
            (TaskAct::Claim, Self::Ready | Self::Claimed | Self::InProgress) => Some(Self::Claimed),
            (TaskAct::Begin, Self::Ready | Self::Claimed | Self::InProgress) => {
                Some(Self::InProgress)
            }
            (TaskAct::WaitExternal, Self::Ready | Self::Claimed | Self::InProgress) => {
                Some(Self::WaitingExternal)
            }
            (
                TaskAct::Complete,
                Self::Ready
                | Self::Claimed
                | Self::InProgress
                | Self::Pending
                | Self::WaitingExternal,
            ) => Some(Self::Done),
            (TaskAct::Fail, Self::WaitingExternal | Self::InProgress) => Some(Self::Failed),
            (TaskAct::SendBack, Self::Ready | Self::Claimed | Self::InProgress) => {
                Some(Self::SentBack)
            }
            (TaskAct::Cancel, from) if !from.is_over() => Some(Self::Cancelled),
            (TaskAct::Skip, from) if !from.is_over() => Some(Self::Skipped),
            _ => None,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Ready => "ready",
            Self::Claimed => "claimed",
            Self::InProgress => "in_progress",
            Self::WaitingExternal => "waiting_external",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::SentBack => "sent_back",
            Self::Cancelled => "cancelled",
            Self::Skipped => "skipped",
        }
    }
}

impl TaskKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Automatic => "automatic",
            Self::Asked => "asked",
        }
    }
}

impl TryFrom<String> for TaskKind {
    type Error = NotAState;

    fn try_from(text: String) -> Result<Self, NotAState> {
        let known = [Self::Step, Self::Automatic, Self::Asked];
        known.into_iter().find(|kind| kind.as_str() == text).ok_or(NotAState(text))
    }
}

impl TryFrom<String> for TaskState {
    type Error = NotAState;

    fn try_from(text: String) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(NotAState(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{TaskAct, TaskState};

    #[test]
    fn d_12_waiting_work_is_not_actionable_and_comes_back() {
        let held = TaskState::InProgress.after(TaskAct::Hold).unwrap();

        assert!(!held.is_actionable());
        assert!(held.after(TaskAct::Wake).unwrap().is_actionable());
    }

    #[test]
    fn nothing_happens_to_a_task_that_is_over() {
        let acts = [
            TaskAct::Hold,
            TaskAct::Wake,
            TaskAct::Claim,
            TaskAct::Release,
            TaskAct::Begin,
            TaskAct::WaitExternal,
            TaskAct::Complete,
            TaskAct::Fail,
            TaskAct::SendBack,
            TaskAct::Cancel,
            TaskAct::Skip,
        ];
        for state in TaskState::ALL.into_iter().filter(|state| state.is_over()) {
            for act in acts {
                assert_eq!(state.after(act), None, "{} {act:?}", state.as_str());
            }
        }
    }

    #[test]
    fn a_state_reads_back_as_it_was_written() {
        for state in TaskState::ALL {
            assert_eq!(TaskState::try_from(state.as_str().to_owned()), Ok(state));
        }
    }
}
