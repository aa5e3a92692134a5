//! Rows of `messages`, and the words they are found by.

use domain::id::{AgentId, CustomerId, MessageId, TicketId};
use domain::message::{Author, Message, MessageKind};
use domain::text::Body;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored, words};

/// Something to be said.
#[derive(Clone, Debug)]
pub struct NewMessage<'a> {
    pub ticket: TicketId,
    pub author: Author,
    pub kind: MessageKind,
    pub body: &'a Body,
    pub at: Timestamp,
    /// What it is found by besides its own words: on the first message, the ticket's subject and
    /// its customer.
    pub also: &'a str,
}

pub async fn insert(tx: &mut Tx, message: &NewMessage<'_>) -> Result<MessageId> {
    let words = words::tokens(&format!("{} {}", message.body.as_str(), message.also));
    let (agent, customer) = match message.author {
        Author::Agent(id) => (Some(id.0), None),
        Author::Customer(id) => (None, Some(id.0)),
        Author::System => (None, None),
    };
    let id = match tx {
        Tx::Sqlite(tx) => {
            let id: i64 = sqlx::query_scalar(
                "INSERT INTO messages (ticket, agent, customer, kind, body, at)
                 VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
            )
            .bind(message.ticket.0)
            .bind(agent)
            .bind(customer)
            .bind(message.kind.as_str())
            .bind(message.body.as_str())
            .bind(message.at.0)
            .fetch_one(&mut **tx)
            .await?;
            sqlx::query("INSERT INTO message_words (rowid, words) VALUES ($1, $2)")
                .bind(id)
                .bind(&words)
                .execute(&mut **tx)
                .await?;
            id
        }
        Tx::Postgres(tx) => {
            sqlx::query_scalar(
                "INSERT INTO messages (ticket, agent, customer, kind, body, at, words)
                 VALUES ($1, $2, $3, $4, $5, $6, array_to_tsvector(string_to_array($7, ' '))) RETURNING id",
            )
            .bind(message.ticket.0)
            .bind(agent)
            .bind(customer)
            .bind(message.kind.as_str())
            .bind(message.body.as_str())
            .bind(message.at.0)
            .bind(&words)
            .fetch_one(&mut **tx)
            .await?
        }
    };
    Ok(MessageId(id))
}

pub async fn find(tx: &mut Tx, id: MessageId) -> Result<Option<Message>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, ticket, agent, customer, kind, body, at FROM messages WHERE id = $1",
        )
        .bind(id.0)
        .fetch_optional(conn)
        .await?
    });
    row.map(Message::try_from).transpose()
}

/// The newest public message from the customer's side.
pub async fn newest_from_customer(tx: &mut Tx, ticket: TicketId) -> Result<Option<MessageId>> {
    let id: Option<i64> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT id FROM messages
             WHERE ticket = $1 AND customer IS NOT NULL AND kind = 'public_reply'
             ORDER BY id DESC LIMIT 1",
        )
        .bind(ticket.0)
        .fetch_optional(conn)
        .await?
    });
    Ok(id.map(MessageId))
}

#[derive(FromRow)]
struct Row {
    id: i64,
    ticket: i64,
    agent: Option<i64>,
    customer: Option<i64>,
    kind: String,
    body: String,
    at: i64,
}

impl TryFrom<Row> for Message {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, ticket, agent, customer, kind, body, at } = row;
        let author = match (agent, customer) {
            (Some(id), _) => Author::Agent(AgentId(id)),
            (None, Some(id)) => Author::Customer(CustomerId(id)),
            (None, None) => Author::System,
        };
        Ok(Self {
            id: MessageId(id),
            ticket: TicketId(ticket),
            author,
            kind: stored(kind)?,
            body: stored::<Body, _>(body)?,
            at: Timestamp(at),
        })
    }
}
