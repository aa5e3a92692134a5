//! A supervision, as programs see it.

use domain::org::DepartmentName;
use domain::supervision::{ReportView, SupervisionPage, SupervisionView, Target};
use serde::Serialize;
use utoipa::ToSchema;

use crate::moment::Moment;
use crate::reference::PersonBody;
use crate::words::{ReportWord, StateWord, SupervisionActWord, SupervisionStateWord};

/// A requirement with a deadline, laid over tickets.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupervisionBody {
    id: i64,
    state: SupervisionStateWord,
    #[schema(examples("今天内解决并答复客户"))]
    requirement: String,
    issuer: PersonBody,
    /// The department it is laid on.
    department: DepartmentBody,
    /// The department it has climbed to.
    answerable: DepartmentBody,
    /// Who has to answer for it now.
    leader: Option<PersonBody>,
    /// How often it has climbed.
    level: u8,
    /// As it was issued; it never moves.
    deadline: Moment,
    /// The next report or the limit; `null` once it is answered or lifted.
    due_at: Option<Moment>,
    /// Until then acknowledging it is in time.
    acknowledge_by: Moment,
    /// Hours between two reports.
    report_every: Option<u16>,
    issued_at: Moment,
    /// By the present level.
    acknowledged_at: Option<Moment>,
    /// Reported as done.
    answered_at: Option<Moment>,
    /// A report or the deadline was missed for the first time.
    missed_at: Option<Moment>,
    lifted_at: Option<Moment>,
    /// One of its tickets had been supervised before.
    repeated: bool,
    /// How many tickets it lies on.
    ticket_count: u32,
    /// Those of them one may read; in lists the first few.
    tickets: Vec<TargetBody>,
    last_report: Option<ReportedBody>,
    /// What this token may do with it now.
    may: Vec<SupervisionActWord>,
}

/// A supervision with everything that was reported.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupervisionDetailBody {
    #[serde(flatten)]
    supervision: SupervisionBody,
    /// The newest first.
    reports: Vec<ReportedBody>,
}

/// A department.
#[derive(Serialize, ToSchema)]
pub(crate) struct DepartmentBody {
    #[schema(examples(2))]
    id: i64,
    #[schema(examples("售后部"))]
    name: String,
}

/// A ticket under a supervision.
#[derive(Serialize, ToSchema)]
pub(crate) struct TargetBody {
    #[schema(examples("GD-20417"))]
    number: String,
    subject: String,
    state: StateWord,
}

/// What the supervised side said.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReportedBody {
    by: PersonBody,
    kind: ReportWord,
    report: String,
    at: Moment,
}

impl From<SupervisionView> for SupervisionBody {
    fn from(view: SupervisionView) -> Self {
        let SupervisionView {
            id,
            state,
            requirement,
            issuer,
            department,
            answerable,
            leader,
            level,
            deadline,
            clock,
            acknowledge_by,
            report_every,
            issued_at,
            acknowledged_at,
            answered_at,
            missed_at,
            lifted_at,
            repeated,
            targets,
            tickets,
            last_report,
            may,
        } = view;
        Self {
            id: id.0,
            state: state.into(),
            requirement,
            issuer: issuer.into(),
            department: department.into(),
            answerable: answerable.into(),
            leader: leader.map(Into::into),
            level,
            deadline: deadline.into(),
            due_at: clock.map(Into::into),
            acknowledge_by: acknowledge_by.into(),
            report_every,
            issued_at: issued_at.into(),
            acknowledged_at: acknowledged_at.map(Into::into),
            answered_at: answered_at.map(Into::into),
            missed_at: missed_at.map(Into::into),
            lifted_at: lifted_at.map(Into::into),
            repeated,
            ticket_count: targets,
            tickets: tickets.into_iter().map(Into::into).collect(),
            last_report: last_report.map(Into::into),
            may: may.into_iter().filter_map(SupervisionActWord::of_people).collect(),
        }
    }
}

impl From<SupervisionPage> for SupervisionDetailBody {
    fn from(SupervisionPage { supervision, reports }: SupervisionPage) -> Self {
        let reports = reports.into_iter().map(Into::into).collect();
        Self { supervision: supervision.into(), reports }
    }
}

impl From<DepartmentName> for DepartmentBody {
    fn from(DepartmentName { id, name }: DepartmentName) -> Self {
        Self { id: id.0, name }
    }
}

impl From<Target> for TargetBody {
    fn from(Target { number, subject, state }: Target) -> Self {
        Self { number: number.to_string(), subject, state: state.category().into() }
    }
}

impl From<ReportView> for ReportedBody {
    fn from(ReportView { who, kind, body, at }: ReportView) -> Self {
        Self { by: who.into(), kind: kind.into(), report: body, at: at.into() }
    }
}
