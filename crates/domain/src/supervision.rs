//! Supervision 督办 (D-14): a leader's requirement with a deadline, laid over one or many tickets.
//!
//! It is no ticket of its own. It has a life beside theirs, which begins when it is issued to a
//! department and ends when it is lifted; what is missed in between climbs to the next leader.

use serde::{Deserialize, Serialize};

use crate::bounded::bounded;
use crate::id::{AgentId, DepartmentId, SupervisionId};
use crate::invalid::Flaw;
use crate::text::Requirement;
use crate::time::{Span, Timestamp};

pub use course::Order;
pub use figure::Figure;
pub use ladder::{Ladder, Rung};
pub use party::Party;
pub use view::{
    Days, DepartmentFigures, ReportView, SupervisionBoard, SupervisionPage, SupervisionQuery,
    SupervisionView, SupervisionsOf, Target,
};

mod course;
mod figure;
mod ladder;
mod party;
mod view;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervision {
    pub id: SupervisionId,
    pub issuer: AgentId,
    /// Laid on this department.
    pub department: DepartmentId,
    /// The leader of this one answers for it now: it climbs.
    pub answerable: DepartmentId,
    /// How often it has climbed.
    pub level: u8,
    pub requirement: Requirement,
    /// How many tickets it lies on.
    pub targets: u32,
    /// As it was issued; it never moves.
    pub deadline: Timestamp,
    /// How long the present level has.
    pub limit_at: Timestamp,
    pub report_every: Option<Rhythm>,
    pub state: SupervisionState,
    /// What is missed next: a report, or the limit.
    pub due_at: Option<Timestamp>,
    pub issued_at: Timestamp,
    /// By the present level.
    pub acknowledged_at: Option<Timestamp>,
    /// The first level did, soon enough.
    pub acknowledged_in_time: bool,
    /// Reported as done; from then on it waits for whoever may lift it.
    pub answered_at: Option<Timestamp>,
    /// Something was missed for the first time.
    pub missed_at: Option<Timestamp>,
    pub lifted_at: Option<Timestamp>,
    /// One of its tickets had been supervised before.
    pub repeated: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisionState {
    Issued,
    Acknowledged,
    Reporting,
    /// A report or the limit was missed, and nobody has said anything since.
    Overdue,
    /// The next leader has it now.
    Escalated,
    Lifted,
}

/// What can happen to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisionAct {
    Acknowledge,
    Report,
    /// The desk notices that something was missed.
    Miss,
    Escalate,
    Lift,
}

/// What a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// How far it is.
    Progress,
    /// What was required is done.
    Answer,
}

/// What was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missed {
    Report,
    Limit,
}

bounded! {
    /// Hours between two reports, at most a month.
    Rhythm = 1..=720;
}

impl SupervisionState {
    pub const ALL: [Self; 6] = [
        Self::Issued,
        Self::Acknowledged,
        Self::Reporting,
        Self::Overdue,
        Self::Escalated,
        Self::Lifted,
    ];

    /// Where `act` leads from here, if it leads anywhere.
    pub const fn after(self, act: SupervisionAct) -> Option<Self> {
        use SupervisionAct as Act;
        match (act, self) {
            (_, Self::Lifted)
            | (Act::Acknowledge, Self::Acknowledged | Self::Reporting)
            | (Act::Miss, Self::Overdue)
            | (
                Act::Escalate,
                Self::Issued | Self::Acknowledged | Self::Reporting | Self::Escalated,
            ) => None,
            (Act::Acknowledge, Self::Issued | Self::Escalated) => Some(Self::Acknowledged),
            // To have read it makes up for nothing.
            (Act::Acknowledge, Self::Overdue) | (Act::Miss, _) => Some(Self::Overdue),
            (Act::Report, _) => Some(Self::Reporting),
            (Act::Escalate, Self::Overdue) => Some(Self::Escalated),
            (Act::Lift, _) => Some(Self::Lifted),
        }
    }

    pub const fn is_running(self) -> bool {
        !matches!(self, Self::Lifted)
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Acknowledged => "acknowledged",
            Self::Reporting => "reporting",
            Self::Overdue => "overdue",
            Self::Escalated => "escalated",
            Self::Lifted => "lifted",
        }
    }
}

impl TryFrom<String> for SupervisionState {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl Rhythm {
    fn span(self) -> Span {
        Span::hours(self.get().into())
    }
}

#[cfg(test)]
mod tests {
    use super::{SupervisionAct, SupervisionState};

    /// D-14. The whole life on one screen: a change to a rule shows up here as a changed line.
    #[test]
    fn d_14_every_act_from_every_state() {
        use SupervisionAct as Act;
        let acts = [Act::Acknowledge, Act::Report, Act::Miss, Act::Escalate, Act::Lift];
        let table = SupervisionState::ALL.map(|from| {
            let to = acts.map(|act| from.after(act).map_or("-", SupervisionState::as_str));
            format!("{}: {}", from.as_str(), to.join(" "))
        });

        assert_eq!(
            table,
            [
                // acknowledge report miss escalate lift
                "issued: acknowledged reporting overdue - lifted",
                "acknowledged: - reporting overdue - lifted",
                "reporting: - reporting overdue - lifted",
                "overdue: overdue reporting - escalated lifted",
                "escalated: acknowledged reporting overdue - lifted",
                "lifted: - - - - -",
            ]
        );
    }

    #[test]
    fn a_state_reads_back_as_it_was_written() {
        for state in SupervisionState::ALL {
            assert_eq!(SupervisionState::try_from(state.as_str().to_owned()), Ok(state));
        }
    }
}
