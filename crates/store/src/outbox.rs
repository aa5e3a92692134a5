//! Rows of `outbox`: what other systems were asked to do.

use domain::connector::{ConnectorKey, OperationKey};
use domain::id::{OutboxId, TaskId, TicketId};
use domain::list::{Cursor, Page, PageSize};
use domain::outbox::{Action, OutboxItem, OutboxState};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored, stored_json, to_json};

/// Writes a new item; its id is given by the database and `item.id` is not looked at.
pub async fn insert(tx: &mut Tx, item: &OutboxItem) -> Result<OutboxId> {
    let call = to_json(&item.call)?;
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(
            "INSERT INTO outbox (key, ticket, task, connector, operation, name, call, state, tries,
                 reason, reference, outside, created_at, settled_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             RETURNING id",
        )
        .bind(&item.key)
        .bind(item.ticket.0)
        .bind(item.task.0)
        .bind(item.action.connector.as_str())
        .bind(item.action.operation.as_str())
        .bind(&item.action.name)
        .bind(&call)
        .bind(item.state.as_str())
        .bind(i64::from(item.tries))
        .bind(item.reason.as_deref())
        .bind(item.reference.as_deref())
        .bind(item.outside.as_deref())
        .bind(item.created_at.0)
        .bind(item.settled_at.map(|at| at.0))
        .fetch_one(conn)
        .await?
    });
    Ok(OutboxId(id))
}

/// Writes everything that can change. What is sent, and under which key, cannot.
pub async fn update(tx: &mut Tx, item: &OutboxItem) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "UPDATE outbox SET state = $2, tries = $3, reason = $4, reference = $5, outside = $6,
                 settled_at = $7
             WHERE id = $1",
        )
        .bind(item.id.0)
        .bind(item.state.as_str())
        .bind(i64::from(item.tries))
        .bind(item.reason.as_deref())
        .bind(item.reference.as_deref())
        .bind(item.outside.as_deref())
        .bind(item.settled_at.map(|at| at.0))
        .execute(conn)
        .await?;
    });
    Ok(())
}

pub async fn find(tx: &mut Tx, id: OutboxId) -> Result<Option<OutboxItem>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM outbox WHERE id = $1").bind(id.0).fetch_optional(conn).await?
    });
    row.map(OutboxItem::try_from).transpose()
}

/// Nobody else changes it until the transaction ends. SQLite has one writer anyway.
pub async fn lock(tx: &mut Tx, id: OutboxId) -> Result<Option<OutboxItem>> {
    const SQLITE: &str = "SELECT * FROM outbox WHERE id = $1";
    const POSTGRES: &str = "SELECT * FROM outbox WHERE id = $1 FOR UPDATE";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(sql).bind(id.0).fetch_optional(conn).await?);
    row.map(OutboxItem::try_from).transpose()
}

/// All items of a ticket, in the order they were promised.
pub async fn of_ticket(tx: &mut Tx, ticket: TicketId) -> Result<Vec<OutboxItem>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM outbox WHERE ticket = $1 ORDER BY id")
            .bind(ticket.0)
            .fetch_all(conn)
            .await?
    });
    rows.into_iter().map(OutboxItem::try_from).collect()
}

/// What a connector was asked to do, newest first.
pub async fn page_of(
    tx: &mut Tx,
    connector: &ConnectorKey,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<OutboxItem>> {
    const SQL: &str =
        "SELECT * FROM outbox WHERE connector = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(SQL)
            .bind(connector.as_str())
            .bind(after.map_or(i64::MAX, |cursor| cursor.id))
            .bind(i64::from(limit.get()) + 1)
            .fetch_all(conn)
            .await?
    });
    let mut rows: Vec<OutboxItem> =
        rows.into_iter().map(OutboxItem::try_from).collect::<Result<_>>()?;
    let more = rows.len() > usize::from(limit.get());
    rows.truncate(limit.get().into());
    let next = rows.last().filter(|_| more).map(|last| Cursor { rank: 0, id: last.id.0 });
    Ok(Page { rows, next })
}

#[derive(FromRow)]
struct Row {
    id: i64,
    key: String,
    ticket: i64,
    task: i64,
    connector: String,
    operation: String,
    name: String,
    call: String,
    state: String,
    tries: i64,
    reason: Option<String>,
    reference: Option<String>,
    outside: Option<String>,
    created_at: i64,
    settled_at: Option<i64>,
}

impl TryFrom<Row> for OutboxItem {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, key, ticket, task, connector, operation, name, call, .. } = row;
        let Row { state, tries, reason, reference, outside, created_at, settled_at, .. } = row;
        Ok(Self {
            id: OutboxId(id),
            key,
            ticket: TicketId(ticket),
            task: TaskId(task),
            action: Action {
                connector: ConnectorKey(connector),
                operation: OperationKey(operation),
                name,
            },
            call: stored_json(&call)?,
            state: stored::<OutboxState, _>(state)?,
            tries: u32::try_from(tries).unwrap_or(u32::MAX),
            reason,
            reference,
            outside,
            created_at: Timestamp(created_at),
            settled_at: settled_at.map(Timestamp),
        })
    }
}
