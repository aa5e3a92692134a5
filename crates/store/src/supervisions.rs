//! Rows of `supervisions`, one at a time; what belongs to them is in the modules below.

use domain::id::{AgentId, DepartmentId, SupervisionId};
use domain::supervision::{Rhythm, Supervision, SupervisionState};
use domain::text::Requirement;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

pub mod counts;
pub mod lists;
pub mod marks;
pub mod reports;
pub mod targets;

/// Writes a new one; its id is given by the database and `supervision.id` is not looked at.
pub async fn insert(tx: &mut Tx, supervision: &Supervision) -> Result<SupervisionId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(
            "INSERT INTO supervisions (issuer, department, answerable, level, requirement, targets,
                 deadline, limit_at, report_every, state, due_at, issued_at, acknowledged_in_time,
                 repeated)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             RETURNING id",
        )
        .bind(supervision.issuer.0)
        .bind(supervision.department.0)
        .bind(supervision.answerable.0)
        .bind(i64::from(supervision.level))
        .bind(supervision.requirement.as_str())
        .bind(i64::from(supervision.targets))
        .bind(supervision.deadline.0)
        .bind(supervision.limit_at.0)
        .bind(supervision.report_every.map(|rhythm| i64::from(rhythm.get())))
        .bind(supervision.state.as_str())
        .bind(supervision.due_at.map(|at| at.0))
        .bind(supervision.issued_at.0)
        .bind(supervision.acknowledged_in_time)
        .bind(supervision.repeated)
        .fetch_one(conn)
        .await?
    });
    Ok(SupervisionId(id))
}

/// Writes everything that can change.
pub async fn update(tx: &mut Tx, supervision: &Supervision) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "UPDATE supervisions SET answerable = $2, level = $3, limit_at = $4, state = $5,
                 due_at = $6, acknowledged_at = $7, acknowledged_in_time = $8, answered_at = $9,
                 missed_at = $10, lifted_at = $11
             WHERE id = $1",
        )
        .bind(supervision.id.0)
        .bind(supervision.answerable.0)
        .bind(i64::from(supervision.level))
        .bind(supervision.limit_at.0)
        .bind(supervision.state.as_str())
        .bind(supervision.due_at.map(|at| at.0))
        .bind(supervision.acknowledged_at.map(|at| at.0))
        .bind(supervision.acknowledged_in_time)
        .bind(supervision.answered_at.map(|at| at.0))
        .bind(supervision.missed_at.map(|at| at.0))
        .bind(supervision.lifted_at.map(|at| at.0))
        .execute(conn)
        .await?;
    });
    Ok(())
}

pub async fn find(tx: &mut Tx, id: SupervisionId) -> Result<Option<Supervision>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM supervisions WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    row.map(Supervision::try_from).transpose()
}

/// Finds one and keeps other writers from it until the transaction ends. On SQLite the transaction
/// itself does that. Whoever locks its tickets, too, locks it first.
pub async fn lock(tx: &mut Tx, id: SupervisionId) -> Result<Option<Supervision>> {
    const SQLITE: &str = "SELECT * FROM supervisions WHERE id = $1";
    const POSTGRES: &str = "SELECT * FROM supervisions WHERE id = $1 FOR UPDATE";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(sql).bind(id.0).fetch_optional(conn).await?);
    row.map(Supervision::try_from).transpose()
}

#[derive(FromRow)]
pub(crate) struct Row {
    id: i64,
    issuer: i64,
    department: i64,
    answerable: i64,
    level: i64,
    requirement: String,
    targets: i64,
    deadline: i64,
    limit_at: i64,
    report_every: Option<i64>,
    state: String,
    due_at: Option<i64>,
    issued_at: i64,
    acknowledged_at: Option<i64>,
    acknowledged_in_time: bool,
    answered_at: Option<i64>,
    missed_at: Option<i64>,
    lifted_at: Option<i64>,
    repeated: bool,
}

impl TryFrom<Row> for Supervision {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: SupervisionId(row.id),
            issuer: AgentId(row.issuer),
            department: DepartmentId(row.department),
            answerable: DepartmentId(row.answerable),
            level: u8::try_from(row.level).unwrap_or(u8::MAX),
            requirement: stored::<Requirement, _>(row.requirement)?,
            targets: u32::try_from(row.targets).unwrap_or_default(),
            deadline: Timestamp(row.deadline),
            limit_at: Timestamp(row.limit_at),
            report_every: row.report_every.map(rhythm).transpose()?,
            state: stored::<SupervisionState, _>(row.state)?,
            due_at: row.due_at.map(Timestamp),
            issued_at: Timestamp(row.issued_at),
            acknowledged_at: row.acknowledged_at.map(Timestamp),
            acknowledged_in_time: row.acknowledged_in_time,
            answered_at: row.answered_at.map(Timestamp),
            missed_at: row.missed_at.map(Timestamp),
            lifted_at: row.lifted_at.map(Timestamp),
            repeated: row.repeated,
        })
    }
}

fn rhythm(hours: i64) -> Result<Rhythm> {
    stored(u16::try_from(hours).unwrap_or_default())
}
