//! Rows of `idempotency`: the same request twice is answered once.

use domain::id::{MessageId, TicketId};
use domain::time::Timestamp;

use crate::{Result, Tx, on};

/// What a key was used for before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub request: Vec<u8>,
    pub ticket: TicketId,
    pub message: Option<MessageId>,
}

/// `whose` keeps one person's keys from another's.
pub async fn find(tx: &mut Tx, whose: &str, key: &str) -> Result<Option<Known>> {
    let row: Option<(Vec<u8>, i64, Option<i64>)> = on!(tx, conn => {
        sqlx::query_as("SELECT request, ticket, message FROM idempotency WHERE whose = $1 AND key = $2")
            .bind(whose)
            .bind(key)
            .fetch_optional(conn)
            .await?
    });
    Ok(row.map(|(request, ticket, message)| Known {
        request,
        ticket: TicketId(ticket),
        message: message.map(MessageId),
    }))
}

/// Answers `false` when somebody used the key a moment earlier; the transaction must then be given
/// up and the request looked up again.
pub async fn remember(
    tx: &mut Tx,
    whose: &str,
    key: &str,
    known: &Known,
    now: Timestamp,
) -> Result<bool> {
    let added = on!(tx, conn => {
        sqlx::query(
            "INSERT INTO idempotency (whose, key, request, ticket, message, created_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (whose, key) DO NOTHING",
        )
        .bind(whose)
        .bind(key)
        .bind(&known.request)
        .bind(known.ticket.0)
        .bind(known.message.map(|id| id.0))
        .bind(now.0)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(added == 1)
}
