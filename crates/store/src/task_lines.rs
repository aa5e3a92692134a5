//! Rows of `task_lines`: what is confirmed or disputed one by one.

use domain::confirming::{Decision, Line, NewLine, Verdict};
use domain::id::{AttachmentId, LineId, TaskId, TicketId};
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// In place of those that were there before, for the task or, without one, for the next that asks.
pub async fn lay_down(
    tx: &mut Tx,
    ticket: TicketId,
    task: Option<TaskId>,
    lines: &[NewLine],
) -> Result<()> {
    const CLEAR: &str = "DELETE FROM task_lines WHERE ticket = $1
        AND (task = $2 OR (task IS NULL AND CAST($2 AS BIGINT) IS NULL))";
    const ADD: &str =
        "INSERT INTO task_lines (ticket, task, label, amount) VALUES ($1, $2, $3, $4)";
    let task = task.map(|id| id.0);
    on!(&mut *tx, conn => {
        sqlx::query(CLEAR).bind(ticket.0).bind(task).execute(conn).await?;
    });
    for line in lines {
        on!(&mut *tx, conn => {
            sqlx::query(ADD)
                .bind(ticket.0)
                .bind(task)
                .bind(&line.label)
                .bind(line.amount)
                .execute(conn)
                .await?;
        });
    }
    Ok(())
}

/// What was laid down for the next step that asks is this task's now.
pub async fn take_over(tx: &mut Tx, ticket: TicketId, task: TaskId) -> Result<bool> {
    let taken = on!(tx, conn => {
        sqlx::query("UPDATE task_lines SET task = $2 WHERE ticket = $1 AND task IS NULL")
            .bind(ticket.0)
            .bind(task.0)
            .execute(conn)
            .await?
            .rows_affected()
    });
    Ok(taken > 0)
}

/// In the order they were laid down.
pub async fn of_task(tx: &mut Tx, task: TaskId) -> Result<Vec<Line>> {
    const SQL: &str = "SELECT id, task, label, amount, verdict, comment, photo FROM task_lines
        WHERE task = $1 ORDER BY id";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).bind(task.0).fetch_all(conn).await?);
    rows.into_iter().map(Line::try_from).collect()
}

/// All of a ticket, each with its task.
pub async fn of_ticket(tx: &mut Tx, ticket: TicketId) -> Result<Vec<(Option<TaskId>, Line)>> {
    const SQL: &str = "SELECT id, task, label, amount, verdict, comment, photo FROM task_lines
        WHERE ticket = $1 ORDER BY id";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).bind(ticket.0).fetch_all(conn).await?);
    rows.into_iter().map(|row| Ok((row.task.map(TaskId), row.try_into()?))).collect()
}

pub async fn decide(tx: &mut Tx, line: LineId, decision: &Decision) -> Result<()> {
    const SQL: &str = "UPDATE task_lines SET verdict = $2, comment = $3, photo = $4 WHERE id = $1";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(line.0)
            .bind(decision.verdict.as_str())
            .bind(decision.comment.as_deref())
            .bind(decision.photo.map(|id| id.0))
            .execute(conn)
            .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    task: Option<i64>,
    label: String,
    amount: i64,
    verdict: Option<String>,
    comment: Option<String>,
    photo: Option<i64>,
}

impl TryFrom<Row> for Line {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, task: _, label, amount, verdict, comment, photo } = row;
        let photo = photo.map(AttachmentId);
        let verdict = verdict.map(stored::<Verdict, _>).transpose()?;
        let decision = verdict.map(|verdict| Decision { verdict, comment, photo });
        Ok(Self { id: LineId(id), label, amount, decision })
    }
}
