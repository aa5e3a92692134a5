//! Rows of `inbound_events`: what other systems told us, and what we said to it.

use domain::connector::page::{ToldLine, ToldPage, ToldPlace};
use domain::id::ConnectorId;
use domain::list::PageSize;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::sql::Sql;
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

/// What a connector told, newest first; of one moment in the order of their names.
pub async fn page_of(
    tx: &mut Tx,
    connector: ConnectorId,
    after: Option<&ToldPlace>,
    limit: PageSize,
) -> Result<ToldPage> {
    let mut sql = Sql::new("SELECT event, kind, answer, at FROM inbound_events WHERE connector = ");
    sql.number(connector.0);
    if let Some(ToldPlace { at, event }) = after {
        sql.add(" AND (at, event) < (").number(at.0).add(", ").text(event).add(")");
    }
    sql.add(" ORDER BY at DESC, event DESC LIMIT ").number(i64::from(limit.get()) + 1);
    let rows = sql.all::<Row>(tx).await?;
    let mut rows: Vec<ToldLine> =
        rows.into_iter().map(ToldLine::try_from).collect::<Result<_>>()?;
    let more = rows.len() > usize::from(limit.get());
    rows.truncate(limit.get().into());
    let next = rows.last().filter(|_| more).map(ToldLine::place);
    Ok(ToldPage { rows, next })
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
