//! What pages and lists show of supervisions.

use serde::{Deserialize, Serialize};

use super::{Figure, ReportKind, SupervisionAct, SupervisionState};
use crate::bounded::bounded;
use crate::id::{DepartmentId, SupervisionId, TicketNumber};
use crate::invalid::Flaw;
use crate::list::{Cursor, PageSize};
use crate::org::{DepartmentName, Person};
use crate::state::TicketState;
use crate::time::{Span, Timestamp};

/// A supervision as somebody of the house sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionView {
    pub id: SupervisionId,
    pub state: SupervisionState,
    pub requirement: String,
    pub issuer: Person,
    /// Laid on this department.
    pub department: DepartmentName,
    /// It has climbed to this one.
    pub answerable: DepartmentName,
    pub leader: Option<Person>,
    pub level: u8,
    pub deadline: Timestamp,
    /// What it counts down to; nothing once it is answered.
    pub clock: Option<Timestamp>,
    pub acknowledge_by: Timestamp,
    pub report_every: Option<u16>,
    pub issued_at: Timestamp,
    pub acknowledged_at: Option<Timestamp>,
    pub answered_at: Option<Timestamp>,
    pub missed_at: Option<Timestamp>,
    pub lifted_at: Option<Timestamp>,
    pub repeated: bool,
    /// How many tickets it lies on.
    pub targets: u32,
    /// Those of them the reader may read; in lists the first few.
    pub tickets: Vec<Target>,
    pub last_report: Option<ReportView>,
    /// What the reader may do with it now.
    pub may: Vec<SupervisionAct>,
}

/// One supervision with everything that was reported, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionPage {
    pub supervision: SupervisionView,
    pub reports: Vec<ReportView>,
}

/// A ticket under a supervision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub number: TicketNumber,
    pub subject: String,
    pub state: TicketState,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    pub who: Person,
    pub kind: ReportKind,
    pub body: String,
    pub at: Timestamp,
}

/// Whose supervisions a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupervisionsOf {
    /// All the reader may see.
    #[default]
    All,
    /// Those the reader has to answer for now.
    ToMe,
    /// Those the reader has issued.
    ByMe,
}

/// What a list of supervisions asks for; the newest come first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SupervisionQuery {
    pub of: SupervisionsOf,
    pub department: Option<DepartmentId>,
    /// The number of the board it is behind.
    pub figure: Option<Figure>,
    /// Issued within so many days, today included.
    pub days: Option<Days>,
    pub after: Option<Cursor>,
    pub limit: PageSize,
}

bounded! {
    /// How far back, in days.
    Days = 1..=366, 30 unless said;
}

/// 督办 by department: what was issued within so many days, and how it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisionBoard {
    pub departments: Vec<DepartmentFigures>,
    pub days: Days,
    pub at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentFigures {
    pub department: DepartmentName,
    pub leader: Option<Person>,
    pub issued: i64,
    pub acknowledged_in_time: i64,
    pub answered_in_time: i64,
    pub missed: i64,
    pub repeated: i64,
    /// Now, whenever they were issued.
    pub running: i64,
}

impl SupervisionsOf {
    pub const ALL: [Self; 3] = [Self::All, Self::ToMe, Self::ByMe];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::ToMe => "to_me",
            Self::ByMe => "by_me",
        }
    }
}

impl std::str::FromStr for SupervisionsOf {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|whose| whose.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl Days {
    /// The days before today, and today.
    pub fn before(self) -> Span {
        Span::days(i64::from(self.get()) - 1)
    }
}

impl DepartmentFigures {
    pub const fn of(&self, figure: Figure) -> i64 {
        match figure {
            Figure::Issued => self.issued,
            Figure::AcknowledgedInTime => self.acknowledged_in_time,
            Figure::AnsweredInTime => self.answered_in_time,
            Figure::Missed => self.missed,
            Figure::Repeated => self.repeated,
            Figure::Running => self.running,
        }
    }
}
