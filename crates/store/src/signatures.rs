//! Rows of `signatures`: who put their name to an answer.

use domain::confirming::Signature;
use domain::id::{AttachmentId, TaskId};
use domain::time::Timestamp;

use crate::{Result, Tx, on};

pub async fn insert(tx: &mut Tx, task: TaskId, signature: &Signature) -> Result<()> {
    const SQL: &str =
        "INSERT INTO signatures (task, name, attachment, sha256, at) VALUES ($1, $2, $3, $4, $5)";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(task.0)
            .bind(&signature.name)
            .bind(signature.attachment.map(|id| id.0))
            .bind(&signature.sha256)
            .bind(signature.at.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn of_task(tx: &mut Tx, task: TaskId) -> Result<Option<Signature>> {
    const SQL: &str = "SELECT name, attachment, sha256, at FROM signatures WHERE task = $1";
    let row: Option<(String, Option<i64>, String, i64)> =
        on!(tx, conn => sqlx::query_as(SQL).bind(task.0).fetch_optional(conn).await?);
    Ok(row.map(|(name, attachment, sha256, at)| Signature {
        name,
        attachment: attachment.map(AttachmentId),
        sha256,
        at: Timestamp(at),
    }))
}
