//! Rows of `urged_tasks`: tasks that were urged, until their handler has looked.

use domain::id::{AgentId, TaskId, TicketId};
use domain::time::Timestamp;

use crate::{Result, Tx, on};

/// One more urge, not yet seen.
pub async fn mark(tx: &mut Tx, task: TaskId, now: Timestamp) -> Result<()> {
    const SQL: &str = "INSERT INTO urged_tasks (task, n, urged_at) VALUES ($1, 1, $2)
        ON CONFLICT (task) DO UPDATE SET n = urged_tasks.n + 1, urged_at = excluded.urged_at";
    on!(tx, conn => {
        sqlx::query(SQL).bind(task.0).bind(now.0).execute(conn).await?;
    });
    Ok(())
}

/// The handler has looked at the ticket. Answers whether that changed anything.
pub async fn seen(tx: &mut Tx, ticket: TicketId, handler: AgentId) -> Result<bool> {
    const SQL: &str = "DELETE FROM urged_tasks
        WHERE task IN (SELECT id FROM tasks WHERE ticket = $1 AND handler = $2)";
    let seen = on!(tx, conn => {
        sqlx::query(SQL).bind(ticket.0).bind(handler.0).execute(conn).await?.rows_affected()
    });
    Ok(seen > 0)
}

/// Those of tasks that are over: nobody will look any more.
pub async fn forget_over(tx: &mut Tx) -> Result<()> {
    const SQL: &str = "DELETE FROM urged_tasks WHERE EXISTS
        (SELECT 1 FROM tasks k WHERE k.id = urged_tasks.task AND k.stage = 0)";
    on!(tx, conn => {
        sqlx::query(SQL).execute(conn).await?;
    });
    Ok(())
}
