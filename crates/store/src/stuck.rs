//! Rows of `stuck`: tickets that run badly, as they were noticed; and how to notice them.

use std::collections::{BTreeMap, HashMap};

use domain::flow::StepKey;
use domain::id::{CategoryId, FlowVersionId, TicketId};
use domain::state::Stage;
use domain::stuck::{Thresholds, Trouble, Usual};
use domain::time::{Span, Timestamp};
use sqlx::FromRow;

use crate::sql::Sql;
use crate::{Result, Tx, on, stored_json, to_json};

/// An open task that may be in trouble.
#[derive(Clone, Debug)]
pub struct Suspect {
    pub ticket: TicketId,
    pub flow: FlowVersionId,
    pub category: CategoryId,
    pub step: StepKey,
    /// What was asked, where it is no step of the flow.
    pub question: Option<String>,
    pub since: Timestamp,
    pub usual: Option<Usual>,
    pub transfers: u32,
    pub reopens: u32,
}

/// Open tasks of tickets that are worked on, as far as one of the thresholds is reached. Only open
/// tasks are looked at, by the two indexes that hold just those.
pub async fn suspects(
    tx: &mut Tx,
    thresholds: &Thresholds,
    now: Timestamp,
) -> Result<Vec<Suspect>> {
    let mut sql = Sql::new(
        "SELECT k.ticket, t.flow_version, t.category, k.step, k.question, k.created_at, u.p90, u.sample, t.transfers,
             t.reopens
         FROM (SELECT ticket, step, question, created_at FROM tasks
               WHERE stage > 0 AND handler IS NOT NULL
               UNION ALL
               SELECT ticket, step, question, created_at FROM tasks
               WHERE stage > 0 AND handler IS NULL) AS k
         JOIN tickets t ON t.id = k.ticket
         LEFT JOIN step_times u ON u.category = t.category AND u.step = k.step
         WHERE t.stage",
    );
    sql.among([Stage::New, Stage::Open].map(Stage::code));
    sql.add(" AND (t.transfers >= ").number(thresholds.transfers.into());
    sql.add(" OR t.reopens >= ").number(thresholds.reopens.into());
    sql.add(" OR (u.sample >= ").number(thresholds.sample.into());
    sql.add(" AND k.created_at + u.p90 < ").number(now.0).add("))");
    let rows: Vec<SuspectRow> = sql.all(tx).await?;
    Ok(rows.into_iter().map(Suspect::from).collect())
}

/// What was noticed, by ticket.
pub async fn noticed(tx: &mut Tx) -> Result<BTreeMap<TicketId, Vec<Trouble>>> {
    let rows: Vec<(i64, String)> = on!(tx, conn => {
        sqlx::query_as("SELECT ticket, troubles FROM stuck").fetch_all(conn).await?
    });
    rows.into_iter().map(|(id, json)| Ok((TicketId(id), stored_json(&json)?))).collect()
}

/// What is known of these tickets.
pub async fn of(
    tx: &mut Tx,
    tickets: impl IntoIterator<Item = TicketId>,
) -> Result<HashMap<TicketId, Vec<Trouble>>> {
    let ids: Vec<i64> = tickets.into_iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new("SELECT ticket, troubles FROM stuck WHERE ticket");
    sql.among(ids);
    let rows: Vec<(i64, String)> = sql.all(tx).await?;
    rows.into_iter().map(|(id, json)| Ok((TicketId(id), stored_json(&json)?))).collect()
}

pub async fn note(
    tx: &mut Tx,
    ticket: TicketId,
    troubles: &[Trouble],
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "INSERT INTO stuck (ticket, troubles, noticed_at) VALUES ($1, $2, $3)
        ON CONFLICT (ticket) DO UPDATE SET troubles = excluded.troubles";
    let json = to_json(&troubles)?;
    on!(tx, conn => {
        sqlx::query(SQL).bind(ticket.0).bind(&json).bind(now.0).execute(conn).await?;
    });
    Ok(())
}

pub async fn forget(tx: &mut Tx, ticket: TicketId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM stuck WHERE ticket = $1").bind(ticket.0).execute(conn).await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct SuspectRow {
    ticket: i64,
    flow_version: i64,
    category: i64,
    step: String,
    question: Option<String>,
    created_at: i64,
    p90: Option<i64>,
    sample: Option<i64>,
    transfers: i64,
    reopens: i64,
}

impl From<SuspectRow> for Suspect {
    fn from(row: SuspectRow) -> Self {
        let count = |n: i64| u32::try_from(n).unwrap_or_default();
        let usual = row.p90.zip(row.sample);
        Self {
            ticket: TicketId(row.ticket),
            flow: FlowVersionId(row.flow_version),
            category: CategoryId(row.category),
            step: StepKey(row.step),
            question: row.question,
            since: Timestamp(row.created_at),
            usual: usual.map(|(p90, n)| Usual { p90: Span(p90), sample: count(n) }),
            transfers: count(row.transfers),
            reopens: count(row.reopens),
        }
    }
}
