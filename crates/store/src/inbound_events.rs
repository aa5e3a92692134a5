//! Rows of `inbound_events`: what other systems told us, and what we said to it.

use domain::connector::page::ToldLine;
use domain::id::ConnectorId;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored_json};

/// What was answered to this event, if it came before.
pub async fn answer(tx: &mut Tx, connector: ConnectorId, event: &str) -> Result<Option<String>> {
    Ok(on!(tx, conn => {
        sqlx::query_scalar("SELECT answer FROM inbound_events WHERE connector = $1 AND event = $2")
            .bind(connector.0)
            .bind(event)
            .fetch_optional(conn)
            .await?
    }))
}

/// Answers `false` when the same event was taken a moment earlier; the transaction must then be
/// given up and the answer looked up.
pub async fn remember(
    tx: &mut Tx,
    connector: ConnectorId,
    event: &str,
    kind: &str,
    answer: &str,
    now: Timestamp,
) -> Result<bool> {
    let added = on!(tx, conn => {
        sqlx::query(
            "INSERT INTO inbound_events (connector, event, kind, answer, at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (connector, event) DO NOTHING",
        )
        .bind(connector.0)
        .bind(event)
        .bind(kind)
        .bind(answer)
        .bind(now.0)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(added == 1)
}

/// What a connector told last, newest first.
pub async fn newest_of(tx: &mut Tx, connector: ConnectorId, limit: i64) -> Result<Vec<ToldLine>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT event, kind, answer, at FROM inbound_events WHERE connector = $1
             ORDER BY at DESC, event LIMIT $2",
        )
        .bind(connector.0)
        .bind(limit)
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(ToldLine::try_from).collect()
}

#[derive(FromRow)]
struct Row {
    event: String,
    kind: String,
    answer: String,
    at: i64,
}

impl TryFrom<Row> for ToldLine {
    type Error = StoreError;

    fn try_from(Row { event, kind, answer, at }: Row) -> Result<Self> {
        Ok(Self { event, kind, taken: stored_json(&answer)?, at: Timestamp(at) })
    }
}
