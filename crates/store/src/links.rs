//! Rows of `links`: which tickets belong together.

use domain::id::TicketId;
use domain::ticket::LinkKind;

use crate::{Result, Tx, on};

/// Answers whether the link is new.
pub async fn add(tx: &mut Tx, from: TicketId, to: TicketId, kind: LinkKind) -> Result<bool> {
    let added = on!(tx, conn => {
        sqlx::query(
            "INSERT INTO links (from_ticket, to_ticket, kind) VALUES ($1, $2, $3)
             ON CONFLICT (from_ticket, to_ticket, kind) DO NOTHING",
        )
        .bind(from.0)
        .bind(to.0)
        .bind(kind.as_str())
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(added == 1)
}

/// Answers whether there was one.
pub async fn remove(tx: &mut Tx, from: TicketId, to: TicketId, kind: LinkKind) -> Result<bool> {
    let removed = on!(tx, conn => {
        sqlx::query("DELETE FROM links WHERE from_ticket = $1 AND to_ticket = $2 AND kind = $3")
            .bind(from.0)
            .bind(to.0)
            .bind(kind.as_str())
            .execute(conn)
            .await?
            .rows_affected()
    });
    Ok(removed == 1)
}
