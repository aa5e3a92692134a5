//! Rows of `supervision_reports`: what the supervised side said.

use std::collections::HashMap;

use domain::id::{AgentId, SupervisionId};
use domain::org::Person;
use domain::supervision::{ReportKind, ReportView};
use domain::text::Report;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::sql::Sql;
use crate::{Result, StoreError, Tx, on};

pub async fn add(
    tx: &mut Tx,
    supervision: SupervisionId,
    by: AgentId,
    kind: ReportKind,
    body: &Report,
    at: Timestamp,
) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "INSERT INTO supervision_reports (supervision, agent, kind, body, at)
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(supervision.0)
        .bind(by.0)
        .bind(word(kind))
        .bind(body.as_str())
        .bind(at.0)
        .execute(conn)
        .await?;
    });
    Ok(())
}

/// The newest `limit`, the newest first.
pub async fn of(tx: &mut Tx, supervision: SupervisionId, limit: u16) -> Result<Vec<ReportView>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT r.supervision, r.agent, a.name, r.kind, r.body, r.at
             FROM supervision_reports r JOIN agents a ON a.id = r.agent
             WHERE r.supervision = $1 ORDER BY r.id DESC LIMIT $2",
        )
        .bind(supervision.0)
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(ReportView::try_from).collect()
}

/// The newest of each of these.
pub async fn last(
    tx: &mut Tx,
    supervisions: &[SupervisionId],
) -> Result<HashMap<SupervisionId, ReportView>> {
    if supervisions.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(
        "SELECT r.supervision, r.agent, a.name, r.kind, r.body, r.at
         FROM supervision_reports r JOIN agents a ON a.id = r.agent
         WHERE r.id IN (SELECT MAX(id) FROM supervision_reports WHERE supervision",
    );
    sql.among(supervisions.iter().map(|id| id.0)).add(" GROUP BY supervision)");
    let rows: Vec<Row> = sql.all(tx).await?;
    let of = |row: Row| Ok((SupervisionId(row.supervision), ReportView::try_from(row)?));
    rows.into_iter().map(of).collect()
}

#[derive(FromRow)]
struct Row {
    supervision: i64,
    agent: i64,
    name: String,
    kind: String,
    body: String,
    at: i64,
}

impl TryFrom<Row> for ReportView {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let known = [ReportKind::Progress, ReportKind::Answer].into_iter();
        let kind = known.into_iter().find(|kind| word(*kind) == row.kind);
        Ok(Self {
            who: Person { id: AgentId(row.agent), name: row.name },
            kind: kind.ok_or_else(|| StoreError::Damaged(row.kind))?,
            body: row.body,
            at: Timestamp(row.at),
        })
    }
}

const fn word(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Progress => "progress",
        ReportKind::Answer => "answer",
    }
}
