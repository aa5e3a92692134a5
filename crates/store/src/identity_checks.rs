//! Rows of `identity_checks`: whether whoever asks is who they say, and how that was found out.

use domain::id::{AgentId, TicketId};
use domain::identity::{IdentityCheck, IdentityMethod, IdentityResult};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// A check about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewCheck {
    pub ticket: TicketId,
    pub method: IdentityMethod,
    pub result: IdentityResult,
    pub by: Option<AgentId>,
    pub at: Timestamp,
}

pub async fn insert(tx: &mut Tx, new: NewCheck) -> Result<()> {
    const SQL: &str = "INSERT INTO identity_checks (ticket, method, outcome, agent, at)
        VALUES ($1, $2, $3, $4, $5)";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(new.ticket.0)
            .bind(new.method.as_str())
            .bind(new.result.as_str())
            .bind(new.by.map(|agent| agent.0))
            .bind(new.at.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// All of a ticket, the oldest first.
pub async fn of_ticket(tx: &mut Tx, ticket: TicketId) -> Result<Vec<IdentityCheck>> {
    const SQL: &str = "SELECT c.method, c.outcome, a.name AS by_name, c.at
        FROM identity_checks c LEFT JOIN agents a ON a.id = c.agent
        WHERE c.ticket = $1 ORDER BY c.id";
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(ticket.0).fetch_all(conn).await?
    });
    rows.into_iter().map(IdentityCheck::try_from).collect()
}

/// The newest is the one that counts.
pub async fn newest(tx: &mut Tx, ticket: TicketId) -> Result<Option<IdentityCheck>> {
    const SQL: &str = "SELECT c.method, c.outcome, a.name AS by_name, c.at
        FROM identity_checks c LEFT JOIN agents a ON a.id = c.agent
        WHERE c.ticket = $1 ORDER BY c.id DESC LIMIT 1";
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(ticket.0).fetch_optional(conn).await?
    });
    row.map(IdentityCheck::try_from).transpose()
}

#[derive(FromRow)]
struct Row {
    method: String,
    outcome: String,
    by_name: Option<String>,
    at: i64,
}

impl TryFrom<Row> for IdentityCheck {
    type Error = StoreError;

    fn try_from(Row { method, outcome, by_name, at }: Row) -> Result<Self> {
        Ok(Self {
            method: stored(method)?,
            result: stored(outcome)?,
            by: by_name,
            at: Timestamp(at),
        })
    }
}
