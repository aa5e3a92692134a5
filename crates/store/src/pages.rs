//! What one ticket's page shows besides its timeline.

use std::collections::HashSet;

use domain::actor::{TakesPart, Whose};
use domain::event::By;
use domain::field::Field;
use domain::id::{
    AgentId, AttachmentId, CategoryId, CustomerId, DepartmentId, FieldId, GroupId, MessageId,
    TicketId,
};
use domain::message::{Attachment, Draft, MessageKind};
use domain::org::Person;
use domain::page::{FieldView, LinkView, Presence, ProgressMessage};
use domain::ticket::{LinkKind, Ticket};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::sql::Sql;
use crate::timelines::attached;
use crate::{Result, StoreError, Tx, events, on, stored, stored_json};

/// The names in the header of a page.
#[derive(Clone, Debug, FromRow)]
pub struct Header {
    pub channel: String,
    pub group_name: String,
    pub escalates_to: Option<String>,
    pub owner: Option<String>,
}

pub async fn header(tx: &mut Tx, ticket: TicketId) -> Result<Header> {
    Ok(on!(tx, conn => {
        sqlx::query_as(
            "SELECT h.name AS channel, g.name AS group_name, u.name AS escalates_to, a.name AS owner
             FROM tickets t
             JOIN channels h ON h.id = t.channel
             JOIN groups g ON g.id = t.group_id
             LEFT JOIN groups u ON u.id = g.escalates_to
             LEFT JOIN agents a ON a.id = t.owner
             WHERE t.id = $1",
        )
        .bind(ticket.0)
        .fetch_one(conn)
        .await?
    }))
}

/// Those who follow, by name.
pub async fn followers(tx: &mut Tx, ticket: TicketId) -> Result<Vec<Person>> {
    let rows: Vec<(i64, String)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT a.id, a.name FROM participants p JOIN agents a ON a.id = p.agent
             WHERE p.ticket = $1 AND p.follows ORDER BY a.name, a.id",
        )
        .bind(ticket.0)
        .fetch_all(conn)
        .await?
    });
    Ok(rows.into_iter().map(|(id, name)| Person { id: AgentId(id), name }).collect())
}

#[derive(FromRow)]
struct FieldRow {
    id: i64,
    category: i64,
    key: String,
    label: String,
    help: Option<String>,
    kind: String,
    required: bool,
    position: i64,
    value: Option<String>,
}

/// The fields of the ticket's leaf, filled in or not, and those filled in under another leaf.
pub async fn fields(tx: &mut Tx, ticket: &Ticket) -> Result<Vec<FieldView>> {
    let rows: Vec<FieldRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT f.id, f.category, f.key, f.label, f.help, f.kind, f.required, f.position,
                 v.value
             FROM fields f LEFT JOIN field_values v ON v.field = f.id AND v.ticket = $1
             WHERE f.category = $2 OR f.id IN (SELECT field FROM field_values WHERE ticket = $1)
             ORDER BY f.position, f.id",
        )
        .bind(ticket.id.0)
        .bind(ticket.category.0)
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(FieldRow::read).collect()
}

impl FieldRow {
    fn read(self) -> Result<FieldView> {
        let value = self.value.as_deref().map(stored_json).transpose()?;
        let field = Field {
            id: FieldId(self.id),
            category: CategoryId(self.category),
            key: self.key,
            label: self.label,
            help: self.help,
            kind: stored_json(&self.kind)?,
            required: self.required,
            position: self.position,
        };
        Ok(FieldView { field, value })
    }
}

/// The files of a ticket, the newest first.
pub async fn attachments(tx: &mut Tx, ticket: TicketId) -> Result<Vec<Attachment>> {
    let rows: Vec<(i64, String, String, i64)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, name, media_type, size FROM attachments
             WHERE ticket = $1 ORDER BY id DESC",
        )
        .bind(ticket.0)
        .fetch_all(conn)
        .await?
    });
    Ok(rows.into_iter().map(attachment).collect())
}

fn attachment((id, name, media_type, size): (i64, String, String, i64)) -> Attachment {
    let size = u64::try_from(size).unwrap_or_default();
    Attachment { id: AttachmentId(id), name, media_type, size }
}

#[derive(FromRow)]
struct LinkRow {
    other: i64,
    kind: String,
    inward: i64,
    subject: String,
    state: String,
    group_id: i64,
    department: i64,
    owner: Option<i64>,
    requester: i64,
}

/// The tickets this one is linked with, each with whose it is: not everyone who reads this one may
/// read those.
pub async fn links(tx: &mut Tx, ticket: TicketId) -> Result<Vec<(LinkView, Whose)>> {
    let rows: Vec<LinkRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT l.other, l.kind, l.inward, t.subject, t.state, t.group_id, t.department,
                 t.owner, t.requester
             FROM (SELECT to_ticket AS other, kind, CAST(0 AS BIGINT) AS inward FROM links WHERE from_ticket = $1
                   UNION ALL
                   SELECT from_ticket AS other, kind, CAST(1 AS BIGINT) AS inward FROM links WHERE to_ticket = $1)
                  AS l
             JOIN tickets t ON t.id = l.other
             ORDER BY l.other",
        )
        .bind(ticket.0)
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(LinkRow::read).collect()
}

impl LinkRow {
    fn read(self) -> Result<(LinkView, Whose)> {
        let id = TicketId(self.other);
        let kind: LinkKind =
            self.kind.parse().map_err(|_| StoreError::Damaged(self.kind.clone()))?;
        let view = LinkView {
            number: id.number(),
            subject: self.subject,
            state: stored(self.state)?,
            kind,
            inward: self.inward == 1,
        };
        let whose = Whose {
            ticket: id,
            group: GroupId(self.group_id),
            department: DepartmentId(self.department),
            owner: self.owner.map(AgentId),
            requester: CustomerId(self.requester),
            takes_part: TakesPart::No,
        };
        Ok((view, whose))
    }
}

/// Which of these tickets the agent works on or follows.
pub async fn takes_part_in(
    tx: &mut Tx,
    agent: AgentId,
    tickets: &[TicketId],
) -> Result<HashSet<TicketId>> {
    if tickets.is_empty() {
        return Ok(HashSet::new());
    }
    let mut sql = Sql::new("SELECT ticket FROM participants WHERE agent = ");
    sql.number(agent.0).add(" AND ticket").among(tickets.iter().map(|id| id.0));
    let rows: Vec<(i64,)> = sql.all(tx).await?;
    Ok(rows.into_iter().map(|(id,)| TicketId(id)).collect())
}

pub async fn drafts(tx: &mut Tx, ticket: TicketId, agent: AgentId) -> Result<Vec<Draft>> {
    let rows: Vec<(String, String, Option<i64>, i64)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT kind, body, seen, saved_at FROM drafts WHERE ticket = $1 AND agent = $2
             ORDER BY kind",
        )
        .bind(ticket.0)
        .bind(agent.0)
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(draft).collect()
}

fn draft((kind, body, seen, saved_at): (String, String, Option<i64>, i64)) -> Result<Draft> {
    let kind = stored::<MessageKind, _>(kind)?;
    Ok(Draft { kind, body, seen: seen.map(MessageId), saved_at: Timestamp(saved_at) })
}

/// Who has said since `since` that they look at the ticket.
pub async fn present(tx: &mut Tx, ticket: TicketId, since: Timestamp) -> Result<Vec<Presence>> {
    let rows: Vec<(i64, String, bool)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT p.agent, a.name, p.writing FROM presence p JOIN agents a ON a.id = p.agent
             WHERE p.ticket = $1 AND p.seen_at >= $2 ORDER BY p.agent",
        )
        .bind(ticket.0)
        .bind(since.0)
        .fetch_all(conn)
        .await?
    });
    let present = |(agent, name, writing)| Presence { agent: AgentId(agent), name, writing };
    Ok(rows.into_iter().map(present).collect())
}

pub async fn newest_public_message(tx: &mut Tx, ticket: TicketId) -> Result<Option<MessageId>> {
    let id: Option<i64> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT id FROM messages WHERE ticket = $1 AND kind = 'public_reply'
             ORDER BY id DESC LIMIT 1",
        )
        .bind(ticket.0)
        .fetch_optional(conn)
        .await?
    });
    Ok(id.map(MessageId))
}

#[derive(FromRow)]
struct SaidRow {
    id: i64,
    customer: Option<i64>,
    agent_name: Option<String>,
    customer_name: Option<String>,
    body: String,
    at: i64,
}

/// What was said between us and the customer, oldest first; the newest `limit` of it.
pub async fn said(tx: &mut Tx, ticket: TicketId, limit: u16) -> Result<Vec<ProgressMessage>> {
    let rows: Vec<SaidRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT m.id, m.customer, a.name AS agent_name, c.name AS customer_name, m.body, m.at
             FROM messages m
             LEFT JOIN agents a ON a.id = m.agent
             LEFT JOIN customers c ON c.id = m.customer
             WHERE m.ticket = $1 AND m.kind = 'public_reply'
             ORDER BY m.id DESC LIMIT $2",
        )
        .bind(ticket.0)
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?
    });
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<MessageId> = rows.iter().map(|row| MessageId(row.id)).collect();
    let mut files = attached(tx, &ids).await?;
    let said = rows.into_iter().rev().map(|row| ProgressMessage {
        id: MessageId(row.id),
        mine: row.customer.is_some(),
        who: row.customer_name.or(row.agent_name).unwrap_or_default(),
        body: row.body,
        at: Timestamp(row.at),
        attachments: files.remove(&MessageId(row.id)).unwrap_or_default(),
    });
    Ok(said.collect())
}

/// When the customer's side last urged.
pub async fn urged_by_customer(tx: &mut Tx, ticket: TicketId) -> Result<Option<Timestamp>> {
    const URGED: &str = r#""kind":"ticket_urged""#;
    let rows: Vec<(i64, Option<i64>, Option<i64>, String)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT at, agent, customer, what FROM events
             WHERE ticket = $1 AND customer IS NOT NULL ORDER BY id DESC",
        )
        .bind(ticket.0)
        .fetch_all(conn)
        .await?
    });
    let by_customer =
        |agent, customer| matches!(events::by((agent, customer, None)), By::Customer(_));
    let urge = rows
        .into_iter()
        .find(|(_, agent, customer, what)| by_customer(*agent, *customer) && what.contains(URGED));
    Ok(urge.map(|(at, ..)| Timestamp(at)))
}
