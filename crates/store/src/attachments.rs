//! Rows of `attachments`, from upload to download. Sending them is in [`crate::attaching`].

use domain::id::{AgentId, AttachmentId, ContactId, CustomerId, TaskId, TicketId};
use domain::message::{Attachment, MessageKind};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// A file about to be kept; its bytes are at `path` already.
#[derive(Clone, Copy, Debug)]
pub struct NewRow<'a> {
    pub agent: Option<AgentId>,
    pub customer: Option<CustomerId>,
    pub contact: Option<ContactId>,
    pub upload_key: Option<&'a str>,
    pub name: &'a str,
    pub media_type: &'a str,
    pub size: u64,
    pub path: &'a str,
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub attachment: Attachment,
    pub path: String,
    pub agent: Option<AgentId>,
    pub customer: Option<CustomerId>,
    pub contact: Option<ContactId>,
    /// The task it goes with, where it goes with one.
    pub task: Option<TaskId>,
    /// Absent while it is not sent with anything.
    pub sent: Option<Sent>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub ticket: TicketId,
    /// Who may read the message it came with.
    pub kind: MessageKind,
}

pub async fn insert(tx: &mut Tx, new: NewRow<'_>, now: Timestamp) -> Result<AttachmentId> {
    const SQL: &str = "INSERT INTO attachments
            (agent, customer, upload_key, name, media_type, size, path, created_at, contact)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
    let size: i64 = stored(new.size)?;
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(new.agent.map(|it| it.0))
            .bind(new.customer.map(|it| it.0))
            .bind(new.upload_key)
            .bind(new.name)
            .bind(new.media_type)
            .bind(size)
            .bind(new.path)
            .bind(now.0)
            .bind(new.contact.map(|it| it.0))
            .fetch_one(conn)
            .await?
    });
    Ok(AttachmentId(id))
}

pub async fn find(tx: &mut Tx, id: AttachmentId) -> Result<Option<Kept>> {
    const SQL: &str = "SELECT f.id, f.ticket, f.agent, f.customer, f.name, f.media_type, f.size,
            f.path, m.kind, f.contact, f.task
        FROM attachments f LEFT JOIN messages m ON m.id = f.message WHERE f.id = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(Kept::try_from).transpose()
}

/// Files that were taken in before `than` and never sent.
pub async fn left_over(
    tx: &mut Tx,
    than: Timestamp,
    limit: u16,
) -> Result<Vec<(AttachmentId, String)>> {
    const SQL: &str = "SELECT id, path FROM attachments
        WHERE ticket IS NULL AND created_at < $1 ORDER BY id LIMIT $2";
    let rows: Vec<(i64, String)> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(than.0).bind(i64::from(limit)).fetch_all(conn).await?
    });
    Ok(rows.into_iter().map(|(id, path)| (AttachmentId(id), path)).collect())
}

/// The files that go with a task.
pub async fn of_task(tx: &mut Tx, task: TaskId) -> Result<Vec<Attachment>> {
    const SQL: &str =
        "SELECT id, name, media_type, size FROM attachments WHERE task = $1 ORDER BY id";
    let rows: Vec<(i64, String, String, i64)> =
        on!(tx, conn => sqlx::query_as(SQL).bind(task.0).fetch_all(conn).await?);
    rows.into_iter()
        .map(|(id, name, media_type, size)| {
            Ok(Attachment { id: AttachmentId(id), name, media_type, size: stored(size)? })
        })
        .collect()
}

/// Whether anything was attached to the ticket since then.
pub async fn any_since(tx: &mut Tx, ticket: TicketId, since: Timestamp) -> Result<bool> {
    const SQL: &str = "SELECT 1 FROM attachments WHERE ticket = $1 AND created_at >= $2 LIMIT 1";
    let found: Option<i32> = on!(tx, conn => {
        sqlx::query_scalar(SQL).bind(ticket.0).bind(since.0).fetch_optional(conn).await?
    });
    Ok(found.is_some())
}

/// Answers whether it was still unsent, and is gone now.
pub async fn forget_unsent(tx: &mut Tx, id: AttachmentId) -> Result<bool> {
    let gone = on!(tx, conn => {
        sqlx::query("DELETE FROM attachments WHERE id = $1 AND ticket IS NULL")
            .bind(id.0)
            .execute(conn)
            .await?
            .rows_affected()
    });
    Ok(gone == 1)
}

#[derive(FromRow)]
struct Row {
    id: i64,
    ticket: Option<i64>,
    agent: Option<i64>,
    customer: Option<i64>,
    name: String,
    media_type: String,
    size: i64,
    path: String,
    kind: Option<String>,
    contact: Option<i64>,
    task: Option<i64>,
}

impl TryFrom<Row> for Kept {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, ticket, agent, customer, name, media_type, size, path, kind, .. } = row;
        let (contact, task) = (row.contact.map(ContactId), row.task.map(TaskId));
        let kind = kind.map(stored::<MessageKind, _>).transpose()?;
        let sent = ticket.map(|ticket| Sent {
            ticket: TicketId(ticket),
            // Without a message nothing says that a customer may see it.
            kind: kind.unwrap_or(MessageKind::Note),
        });
        let size = stored(size)?;
        Ok(Self {
            attachment: Attachment { id: AttachmentId(id), name, media_type, size },
            path,
            agent: agent.map(AgentId),
            customer: customer.map(CustomerId),
            contact,
            task,
            sent,
        })
    }
}
