//! Rows of `attachments`, when they go out with a message.

use domain::id::{AgentId, AttachmentId, ContactId, CustomerId, MessageId, TaskId, TicketId};

use crate::{Result, Tx, on};

/// Who asks to send a file: it must be theirs.
#[derive(Clone, Copy, Debug)]
pub struct Uploader<'a> {
    pub agent: Option<AgentId>,
    pub customer: Option<CustomerId>,
    pub contact: Option<ContactId>,
    /// Keys that were handed out with uploads of nobody in particular.
    pub keys: &'a [String],
}

/// Answers whether the file was there to be sent: uploaded by this person, and not sent before.
pub async fn send(
    tx: &mut Tx,
    attachment: AttachmentId,
    uploader: Uploader<'_>,
    ticket: TicketId,
    message: Option<MessageId>,
) -> Result<bool> {
    let key = key_of(tx, attachment).await?;
    let key = key.filter(|key| uploader.keys.contains(key));
    let sent = on!(tx, conn => {
        sqlx::query(
            "UPDATE attachments SET ticket = $2, message = $3
             WHERE id = $1 AND ticket IS NULL
               AND (agent = $4 OR customer = $5 OR upload_key = $6 OR contact = $7)",
        )
        .bind(attachment.0)
        .bind(ticket.0)
        .bind(message.map(|id| id.0))
        .bind(uploader.agent.map(|id| id.0))
        .bind(uploader.customer.map(|id| id.0))
        .bind(key)
        .bind(uploader.contact.map(|id| id.0))
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(sent == 1)
}

/// It goes with this task, and whoever sees the task sees it.
pub async fn put_to(tx: &mut Tx, attachment: AttachmentId, task: TaskId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE attachments SET task = $2 WHERE id = $1")
            .bind(attachment.0)
            .bind(task.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

async fn key_of(tx: &mut Tx, attachment: AttachmentId) -> Result<Option<String>> {
    let key: Option<Option<String>> = on!(tx, conn => {
        sqlx::query_scalar("SELECT upload_key FROM attachments WHERE id = $1 AND ticket IS NULL")
            .bind(attachment.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(key.flatten())
}
