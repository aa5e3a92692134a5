//! Rows of `tasks`, by ticket. Worklists are in [`crate::lists`].

use domain::flow::engine::Scope;
use domain::flow::{Outcome, StepKey};
use domain::id::{AgentId, DepartmentId, GroupId, PartnerId, TaskId, TicketId};
use domain::task::{Asked, Task, TaskState};
use domain::ticket::Trigger;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// Writes a new task; its id is given by the database and `task.id` is not looked at.
pub async fn insert(tx: &mut Tx, task: &Task) -> Result<TaskId> {
    let asked = task.asked.as_ref();
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(
            "INSERT INTO tasks (ticket, step, state, group_id, handler, due_at, rank_at, stage,
                 overdue, note, created_at, done_at, kind, fork, branch, department, partner,
                 question, asked_by, holds, step_due_at, outcome, answer, by_system)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                 $18, $19, $20, $21, $22, $23, $24)
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
        .bind(task.kind.as_str())
        .bind(task.scope.map(|scope| scope.fork.0))
        .bind(task.scope.map(|scope| i64::from(scope.branch)))
        .bind(task.department.map(|id| id.0))
        .bind(task.partner.map(|id| id.0))
        .bind(asked.map(|asked| asked.question.as_str()))
        .bind(asked.and_then(|asked| asked.by).map(|id| id.0))
        .bind(asked.and_then(|asked| asked.holds).map(|id| id.0))
        .bind(task.step_due_at.map(|at| at.0))
        .bind(task.outcome.as_ref().map(Outcome::as_str))
        .bind(task.answer.as_deref())
        .bind(task.trigger.is_system())
        .fetch_one(conn)
        .await?
    });
    Ok(TaskId(id))
}

pub async fn update(tx: &mut Tx, task: &Task) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "UPDATE tasks SET state = $2, group_id = $3, handler = $4, due_at = $5, rank_at = $6,
                 stage = $7, overdue = $8, note = $9, done_at = $10, department = $11,
                 partner = $12, step_due_at = $13, outcome = $14, answer = $15
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
        .bind(task.department.map(|id| id.0))
        .bind(task.partner.map(|id| id.0))
        .bind(task.step_due_at.map(|at| at.0))
        .bind(task.outcome.as_ref().map(Outcome::as_str))
        .bind(task.answer.as_deref())
        .execute(conn)
        .await?;
    });
    Ok(())
}

/// The ticket that has to be resolved before this task is.
pub async fn wait_for_ticket(tx: &mut Tx, task: TaskId, child: TicketId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE tasks SET child = $2 WHERE id = $1")
            .bind(task.0)
            .bind(child.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// The ticket this task waits for.
pub async fn child_of(tx: &mut Tx, task: TaskId) -> Result<Option<TicketId>> {
    let child: Option<Option<i64>> = on!(tx, conn => {
        sqlx::query_scalar("SELECT child FROM tasks WHERE id = $1")
            .bind(task.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(child.flatten().map(TicketId))
}

/// Open tasks that wait for this ticket.
pub async fn waiting_for(tx: &mut Tx, child: TicketId) -> Result<Vec<TaskId>> {
    let ids: Vec<i64> = on!(tx, conn => {
        sqlx::query_scalar("SELECT id FROM tasks WHERE child = $1 AND stage > 0 ORDER BY id")
            .bind(child.0)
            .fetch_all(conn)
            .await?
    });
    Ok(ids.into_iter().map(TaskId).collect())
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

/// One of them.
pub async fn find(tx: &mut Tx, id: TaskId) -> Result<Option<Task>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM tasks WHERE id = $1").bind(id.0).fetch_optional(conn).await?
    });
    row.map(Task::try_from).transpose()
}

/// What a partner has to answer, the most pressing first.
pub async fn open_of_partner(tx: &mut Tx, partner: PartnerId, limit: u16) -> Result<Vec<Task>> {
    const SQL: &str = "SELECT * FROM tasks WHERE stage > 0 AND partner = $1
        ORDER BY stage, rank_at, id LIMIT $2";
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(partner.0).bind(i64::from(limit)).fetch_all(conn).await?
    });
    rows.into_iter().map(Task::try_from).collect()
}

/// What somebody has to do now, the most pressing first.
pub async fn actionable_of(tx: &mut Tx, agent: AgentId, limit: u16) -> Result<Vec<Task>> {
    const SQL: &str = "SELECT * FROM tasks WHERE stage > 0 AND handler = $1 AND stage = 1
        ORDER BY rank_at, id LIMIT $2";
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(agent.0).bind(i64::from(limit)).fetch_all(conn).await?
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
    kind: String,
    by_system: bool,
    fork: Option<i64>,
    branch: Option<i64>,
    department: Option<i64>,
    partner: Option<i64>,
    question: Option<String>,
    asked_by: Option<i64>,
    holds: Option<i64>,
    step_due_at: Option<i64>,
    outcome: Option<String>,
    answer: Option<String>,
}

impl TryFrom<Row> for Task {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: TaskId(row.id),
            ticket: TicketId(row.ticket),
            kind: stored(row.kind)?,
            trigger: Trigger::by_system(row.by_system),
            step: StepKey(row.step),
            scope: scope(row.fork, row.branch)?,
            state: stored(row.state)?,
            group: GroupId(row.group_id),
            handler: row.handler.map(AgentId),
            department: row.department.map(DepartmentId),
            partner: row.partner.map(PartnerId),
            asked: row.question.map(|question| Asked {
                by: row.asked_by.map(AgentId),
                question,
                holds: row.holds.map(TaskId),
            }),
            due_at: row.due_at.map(Timestamp),
            step_due_at: row.step_due_at.map(Timestamp),
            overdue: row.overdue,
            note: row.note,
            outcome: row.outcome.map(Outcome),
            answer: row.answer,
            created_at: Timestamp(row.created_at),
            done_at: row.done_at.map(Timestamp),
        })
    }
}

fn scope(fork: Option<i64>, branch: Option<i64>) -> Result<Option<Scope>> {
    let Some((fork, branch)) = fork.zip(branch) else { return Ok(None) };
    Ok(Some(Scope { fork: TaskId(fork), branch: stored(branch)? }))
}
