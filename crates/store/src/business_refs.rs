//! Rows of `business_refs`: things in other systems that tickets are about.

use domain::business::{BusinessRef, RefKind};
use domain::connector::ConnectorKey;
use domain::id::TicketId;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored, stored_json, to_json};

/// Answers whether it is new to the ticket.
pub async fn add(tx: &mut Tx, ticket: TicketId, about: &BusinessRef) -> Result<bool> {
    let snapshot = to_json(&about.snapshot)?;
    let added = on!(tx, conn => {
        sqlx::query(
            "INSERT INTO business_refs (ticket, kind, number, connector, snapshot, state, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (ticket, kind, number) DO NOTHING",
        )
        .bind(ticket.0)
        .bind(about.kind.as_str())
        .bind(&about.number)
        .bind(about.connector.as_ref().map(ConnectorKey::as_str))
        .bind(&snapshot)
        .bind(about.state.as_deref())
        .bind(about.at.0)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(added == 1)
}

/// Keeps how it was. Answers whether the ticket is still about it.
pub async fn keep_snapshot(tx: &mut Tx, ticket: TicketId, about: &BusinessRef) -> Result<bool> {
    let snapshot = to_json(&about.snapshot)?;
    let kept = on!(tx, conn => {
        sqlx::query(
            "UPDATE business_refs SET connector = $4, snapshot = $5, state = $6, at = $7
             WHERE ticket = $1 AND kind = $2 AND number = $3",
        )
        .bind(ticket.0)
        .bind(about.kind.as_str())
        .bind(&about.number)
        .bind(about.connector.as_ref().map(ConnectorKey::as_str))
        .bind(&snapshot)
        .bind(about.state.as_deref())
        .bind(about.at.0)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(kept == 1)
}

/// Answers whether there was one.
pub async fn remove(tx: &mut Tx, ticket: TicketId, kind: RefKind, number: &str) -> Result<bool> {
    let removed = on!(tx, conn => {
        sqlx::query("DELETE FROM business_refs WHERE ticket = $1 AND kind = $2 AND number = $3")
            .bind(ticket.0)
            .bind(kind.as_str())
            .bind(number)
            .execute(conn)
            .await?
            .rows_affected()
    });
    Ok(removed == 1)
}

/// The oldest first.
pub async fn of_ticket(tx: &mut Tx, ticket: TicketId) -> Result<Vec<BusinessRef>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM business_refs WHERE ticket = $1 ORDER BY at, kind, number")
            .bind(ticket.0)
            .fetch_all(conn)
            .await?
    });
    rows.into_iter().map(BusinessRef::try_from).collect()
}

/// Every ticket about this thing, the oldest first.
pub async fn tickets_about(tx: &mut Tx, kind: RefKind, number: &str) -> Result<Vec<TicketId>> {
    let ids: Vec<i64> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT ticket FROM business_refs WHERE kind = $1 AND number = $2 ORDER BY ticket",
        )
        .bind(kind.as_str())
        .bind(number)
        .fetch_all(conn)
        .await?
    });
    Ok(ids.into_iter().map(TicketId).collect())
}

/// What one ticket is about, another is about, too.
pub async fn share(tx: &mut Tx, from: TicketId, to: TicketId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "INSERT INTO business_refs (ticket, kind, number, connector, snapshot, state, at)
             SELECT $2, kind, number, connector, snapshot, state, at
             FROM business_refs WHERE ticket = $1
             ON CONFLICT (ticket, kind, number) DO NOTHING",
        )
        .bind(from.0)
        .bind(to.0)
        .execute(conn)
        .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    kind: String,
    number: String,
    connector: Option<String>,
    snapshot: String,
    state: Option<String>,
    at: i64,
}

impl TryFrom<Row> for BusinessRef {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { kind, number, connector, snapshot, state, at } = row;
        Ok(Self {
            kind: stored::<RefKind, _>(kind)?,
            number,
            connector: connector.map(ConnectorKey),
            snapshot: stored_json(&snapshot)?,
            state,
            at: Timestamp(at),
        })
    }
}
