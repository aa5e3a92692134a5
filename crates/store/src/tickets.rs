//! Rows of `tickets`, one at a time. Lists of them are in [`crate::lists`].

use domain::due::Clocks;
use domain::id::{
    AgentId, CategoryId, ChannelId, CustomerId, DepartmentId, FlowVersionId, GroupId, TicketId,
};
use domain::priority::{Importance, Priority, Urgency};
use domain::state::{Stage, TicketState};
use domain::text::Subject;
use domain::ticket::{Rating, ResolutionCode, Stars, Ticket, Trigger, Wait};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// Writes a new ticket; its id is given by the database and `ticket.id` is not looked at.
pub async fn insert(tx: &mut Tx, ticket: &Ticket) -> Result<TicketId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(
            "INSERT INTO tickets (subject, category, channel, requester, owner, group_id,
                 department, flow_version, state, stage, rank_at, urgency, importance, priority,
                 first_response_due, resolution_due, due_at, overdue, reopens, urges, transfers,
                 created_at, updated_at, by_system)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                 $18, 0, 0, 0, $19, $19, $20)
             RETURNING id",
        )
        .bind(ticket.subject.as_str())
        .bind(ticket.category.0)
        .bind(ticket.channel.0)
        .bind(ticket.requester.0)
        .bind(ticket.owner.map(|id| id.0))
        .bind(ticket.group.0)
        .bind(ticket.department.0)
        .bind(ticket.flow.0)
        .bind(ticket.state.as_str())
        .bind(ticket.state.stage().code())
        .bind(ticket.rank_at().0)
        .bind(ticket.urgency.code())
        .bind(ticket.importance.code())
        .bind(ticket.priority.code())
        .bind(ticket.clocks.first_response_due.map(|at| at.0))
        .bind(ticket.clocks.resolution_due.map(|at| at.0))
        .bind(ticket.due_at().map(|at| at.0))
        .bind(ticket.overdue)
        .bind(ticket.created_at.0)
        .bind(ticket.trigger.is_system())
        .fetch_one(conn)
        .await?
    });
    Ok(TicketId(id))
}

/// The tickets of a customer that are not over, in the order in which tickets are locked.
pub async fn live_of(tx: &mut Tx, requester: CustomerId) -> Result<Vec<TicketId>> {
    const SQL: &str =
        "SELECT id FROM tickets WHERE requester = $1 AND stage < $2 ORDER BY id LIMIT $3";
    // More at once nobody has.
    const MOST: i64 = 200;
    let ids: Vec<i64> = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(requester.0)
            .bind(Stage::Resolved.code())
            .bind(MOST)
            .fetch_all(conn)
            .await?
    });
    Ok(ids.into_iter().map(TicketId).collect())
}

/// Writes everything that can change.
pub async fn update(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "UPDATE tickets SET subject = $2, category = $3, owner = $4, group_id = $5,
                 department = $6, state = $7, stage = $8, rank_at = $9, urgency = $10,
                 importance = $11, priority = $12, first_response_due = $13,
                 resolution_due = $14, first_responded_at = $15, paused_at = $16, due_at = $17,
                 overdue = $18, wait_reason = $19, wake_at = $20, resolution = $21,
                 resolved_at = $22, closed_at = $23, reopens = $24, urges = $25,
                 transfers = $26, rating_result = $27, rating_process = $28, rated_at = $29,
                 merged_into = $30, updated_at = $31, supervised = $32, stuck = $33
             WHERE id = $1",
        )
        .bind(ticket.id.0)
        .bind(ticket.subject.as_str())
        .bind(ticket.category.0)
        .bind(ticket.owner.map(|id| id.0))
        .bind(ticket.group.0)
        .bind(ticket.department.0)
        .bind(ticket.state.as_str())
        .bind(ticket.state.stage().code())
        .bind(ticket.rank_at().0)
        .bind(ticket.urgency.code())
        .bind(ticket.importance.code())
        .bind(ticket.priority.code())
        .bind(ticket.clocks.first_response_due.map(|at| at.0))
        .bind(ticket.clocks.resolution_due.map(|at| at.0))
        .bind(ticket.clocks.first_responded_at.map(|at| at.0))
        .bind(ticket.clocks.paused_at.map(|at| at.0))
        .bind(ticket.due_at().map(|at| at.0))
        .bind(ticket.overdue)
        .bind(ticket.wait.as_ref().map(|wait| wait.reason.as_str()))
        .bind(ticket.wait.as_ref().and_then(|wait| wait.wake_at).map(|at| at.0))
        .bind(ticket.resolution.map(ResolutionCode::as_str))
        .bind(ticket.resolved_at.map(|at| at.0))
        .bind(ticket.closed_at.map(|at| at.0))
        .bind(i64::from(ticket.reopens))
        .bind(i64::from(ticket.urges))
        .bind(i64::from(ticket.transfers))
        .bind(ticket.rating.map(|rating| i64::from(rating.result.get())))
        .bind(ticket.rating.and_then(|rating| rating.process).map(|stars| i64::from(stars.get())))
        .bind(ticket.rating.map(|rating| rating.at.0))
        .bind(ticket.merged_into.map(|id| id.0))
        .bind(ticket.updated_at.0)
        .bind(i64::from(ticket.supervised))
        .bind(ticket.stuck)
        .execute(conn)
        .await?;
    });
    Ok(())
}

pub async fn find(tx: &mut Tx, id: TicketId) -> Result<Option<Ticket>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM tickets WHERE id = $1").bind(id.0).fetch_optional(conn).await?
    });
    row.map(Ticket::try_from).transpose()
}

/// Finds a ticket and keeps other writers from it until the transaction ends. On SQLite the
/// transaction itself does that.
pub async fn lock(tx: &mut Tx, id: TicketId) -> Result<Option<Ticket>> {
    const SQLITE: &str = "SELECT * FROM tickets WHERE id = $1";
    const POSTGRES: &str = "SELECT * FROM tickets WHERE id = $1 FOR UPDATE";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(sql).bind(id.0).fetch_optional(conn).await?);
    row.map(Ticket::try_from).transpose()
}

/// Live tickets whose promise is broken and was not yet seen to be, the oldest first.
pub async fn breaking(tx: &mut Tx, now: Timestamp, limit: u16) -> Result<Vec<TicketId>> {
    let ids: Vec<i64> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT id FROM tickets WHERE due_at IS NOT NULL AND NOT overdue AND due_at < $1
             ORDER BY due_at LIMIT $2",
        )
        .bind(now.0)
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?
    });
    Ok(ids.into_iter().map(TicketId).collect())
}

/// Tickets closed before then that nobody supervises, the oldest first.
pub async fn to_archive(tx: &mut Tx, before: Timestamp, limit: u16) -> Result<Vec<TicketId>> {
    const SQL: &str = "SELECT id FROM tickets WHERE stage = $1 AND rank_at < $2 AND supervised = 0
        ORDER BY rank_at, id LIMIT $3";
    let ids: Vec<i64> = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(Stage::Closed.code())
            .bind(before.0)
            .bind(i64::from(limit))
            .fetch_all(conn)
            .await?
    });
    Ok(ids.into_iter().map(TicketId).collect())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    subject: String,
    category: i64,
    channel: i64,
    by_system: bool,
    requester: i64,
    owner: Option<i64>,
    group_id: i64,
    department: i64,
    flow_version: i64,
    state: String,
    urgency: i64,
    importance: i64,
    priority: i64,
    first_response_due: Option<i64>,
    resolution_due: Option<i64>,
    first_responded_at: Option<i64>,
    paused_at: Option<i64>,
    overdue: bool,
    wait_reason: Option<String>,
    wake_at: Option<i64>,
    resolution: Option<String>,
    resolved_at: Option<i64>,
    closed_at: Option<i64>,
    reopens: i64,
    urges: i64,
    transfers: i64,
    supervised: i64,
    stuck: bool,
    rating_result: Option<i64>,
    rating_process: Option<i64>,
    rated_at: Option<i64>,
    merged_into: Option<i64>,
    created_at: i64,
    updated_at: i64,
}

impl TryFrom<Row> for Ticket {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let rating = rating(row.rating_result, row.rating_process, row.rated_at)?;
        let wake_at = row.wake_at.map(Timestamp);
        Ok(Self {
            id: TicketId(row.id),
            subject: stored::<Subject, _>(row.subject)?,
            category: CategoryId(row.category),
            channel: ChannelId(row.channel),
            trigger: Trigger::by_system(row.by_system),
            requester: CustomerId(row.requester),
            owner: row.owner.map(AgentId),
            group: GroupId(row.group_id),
            department: DepartmentId(row.department),
            flow: FlowVersionId(row.flow_version),
            state: stored::<TicketState, _>(row.state)?,
            urgency: level(Urgency::from_code(row.urgency))?,
            importance: level(Importance::from_code(row.importance))?,
            priority: level(Priority::from_code(row.priority))?,
            clocks: Clocks {
                first_response_due: row.first_response_due.map(Timestamp),
                resolution_due: row.resolution_due.map(Timestamp),
                first_responded_at: row.first_responded_at.map(Timestamp),
                paused_at: row.paused_at.map(Timestamp),
            },
            overdue: row.overdue,
            wait: row.wait_reason.map(|reason| Wait { reason, wake_at }),
            resolution: row.resolution.map(|word| parse::<ResolutionCode>(&word)).transpose()?,
            resolved_at: row.resolved_at.map(Timestamp),
            closed_at: row.closed_at.map(Timestamp),
            reopens: count(row.reopens),
            urges: count(row.urges),
            transfers: count(row.transfers),
            supervised: count(row.supervised),
            stuck: row.stuck,
            rating,
            merged_into: row.merged_into.map(TicketId),
            created_at: Timestamp(row.created_at),
            updated_at: Timestamp(row.updated_at),
        })
    }
}

/// A rating out of its three columns.
pub(crate) fn rating(
    result: Option<i64>,
    process: Option<i64>,
    at: Option<i64>,
) -> Result<Option<Rating>> {
    let (Some(result), Some(at)) = (result, at) else { return Ok(None) };
    let process = process.map(stars).transpose()?;
    Ok(Some(Rating { result: stars(result)?, process, at: Timestamp(at) }))
}

fn stars(code: i64) -> Result<Stars> {
    stored(u8::try_from(code).unwrap_or_default())
}

fn level<T>(level: Option<T>) -> Result<T> {
    level.ok_or_else(|| StoreError::Damaged("a level that does not exist".to_owned()))
}

fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(word: &str) -> Result<T> {
    word.parse().map_err(|error: T::Err| StoreError::Damaged(error.to_string()))
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or_default()
}
