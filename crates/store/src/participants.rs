//! Rows of `participants`: who works on a ticket or follows it.

use domain::id::{AgentId, TicketId};

use crate::{Result, Tx, on};

/// Takes part from now on; whether they follow stays as it was.
pub async fn add(tx: &mut Tx, ticket: TicketId, agent: AgentId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "INSERT INTO participants (ticket, agent, follows) VALUES ($1, $2, $3)
             ON CONFLICT (ticket, agent) DO NOTHING",
        )
        .bind(ticket.0)
        .bind(agent.0)
        .bind(false)
        .execute(conn)
        .await?;
    });
    Ok(())
}

/// Answers whether that changed anything.
pub async fn set_follows(
    tx: &mut Tx,
    ticket: TicketId,
    agent: AgentId,
    follows: bool,
) -> Result<bool> {
    let changed = on!(tx, conn => {
        sqlx::query(
            "INSERT INTO participants (ticket, agent, follows) VALUES ($1, $2, $3)
             ON CONFLICT (ticket, agent) DO UPDATE SET follows = excluded.follows
             WHERE participants.follows <> excluded.follows",
        )
        .bind(ticket.0)
        .bind(agent.0)
        .bind(follows)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(changed == 1)
}

pub async fn includes(tx: &mut Tx, ticket: TicketId, agent: AgentId) -> Result<bool> {
    let found: Option<i64> = on!(tx, conn => {
        sqlx::query_scalar("SELECT agent FROM participants WHERE ticket = $1 AND agent = $2")
            .bind(ticket.0)
            .bind(agent.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(found.is_some())
}
