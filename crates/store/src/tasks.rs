//! Rows of `tasks`, by ticket. Worklists are in [`crate::lists`].

use domain::flow::StepKey;
use domain::id::{AgentId, GroupId, TaskId, TicketId};
use domain::task::{Task, TaskState};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// Writes a new task; its id is given by the database and `task.id` is not looked at.
pub async fn insert(tx: &mut Tx, task: &Task) -> Result<TaskId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(
            "INSERT INTO tasks (ticket, step, state, group_id, handler, due_at, rank_at, stage,
                 overdue, note, created_at, done_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             RETURNING id",
        )
        .bind(task.ticket.0)
        .bind(task.step.as_str())
        .bind(task.state.as_str())
        .bind(task.group.0)
        .bind(task.handler.map(|id| id.0))
        .bind(task.due_at.map(|at| at.0))
        .bind(rank_at(task))
        .bind(stage(task.state))
        .bind(task.overdue)
        .bind(task.note.as_deref())
        .bind(task.created_at.0)
        .bind(task.done_at.map(|at| at.0))
        .fetch_one(conn)
        .await?
    });
    Ok(TaskId(id))
}

pub async fn update(tx: &mut Tx, task: &Task) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "UPDATE tasks SET state = $2, group_id = $3, handler = $4, due_at = $5, rank_at = $6,
                 stage = $7, overdue = $8, note = $9, done_at = $10
             WHERE id = $1",
        )
        .bind(task.id.0)
        .bind(task.state.as_str())
        .bind(task.group.0)
        .bind(task.handler.map(|id| id.0))
        .bind(task.due_at.map(|at| at.0))
        .bind(rank_at(task))
        .bind(stage(task.state))
        .bind(task.overdue)
        .bind(task.note.as_deref())
        .bind(task.done_at.map(|at| at.0))
        .execute(conn)
        .await?;
    });
    Ok(())
}

/// All tasks of a ticket, in the order they were opened.
pub async fn of_ticket(tx: &mut Tx, ticket: TicketId) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM tasks WHERE ticket = $1 ORDER BY id")
            .bind(ticket.0)
            .fetch_all(conn)
            .await?
    });
    rows.into_iter().map(Task::try_from).collect()
}

pub async fn ticket_of(tx: &mut Tx, task: TaskId) -> Result<Option<TicketId>> {
    let ticket: Option<i64> = on!(tx, conn => {
        sqlx::query_scalar("SELECT ticket FROM tasks WHERE id = $1")
            .bind(task.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(ticket.map(TicketId))
}

pub(crate) fn rank_at(task: &Task) -> i64 {
    task.due_at.unwrap_or(Timestamp::NEVER).0
}

/// The column the worklist's indexes begin with: 0 over, 1 actionable, 2 held.
pub(crate) const fn stage(state: TaskState) -> i64 {
    if state.is_over() {
        0
    } else if state.is_actionable() {
        1
    } else {
        2
    }
}

#[derive(FromRow)]
struct Row {
    id: i64,
    ticket: i64,
    step: String,
    state: String,
    group_id: i64,
    handler: Option<i64>,
    due_at: Option<i64>,
    overdue: bool,
    note: Option<String>,
    created_at: i64,
    done_at: Option<i64>,
}

impl TryFrom<Row> for Task {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row {
            id,
            ticket,
            step,
            state,
            group_id,
            handler,
            due_at,
            overdue,
            note,
            created_at,
            done_at,
        } = row;
        Ok(Self {
            id: TaskId(id),
            ticket: TicketId(ticket),
            step: StepKey(step),
            state: stored(state)?,
            group: GroupId(group_id),
            handler: handler.map(AgentId),
            due_at: due_at.map(Timestamp),
            overdue,
            note,
            created_at: Timestamp(created_at),
            done_at: done_at.map(Timestamp),
        })
    }
}
