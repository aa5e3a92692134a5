//! Rows of `presence`: who is at a ticket.

use domain::id::{AgentId, TicketId};
use domain::time::Timestamp;

use crate::{Result, Tx, on};

pub async fn attend(
    tx: &mut Tx,
    ticket: TicketId,
    agent: AgentId,
    writing: bool,
    now: Timestamp,
) -> Result<()> {
    const SQL: &str = "INSERT INTO presence (ticket, agent, writing, seen_at)
        VALUES ($1, $2, $3, $4) ON CONFLICT (ticket, agent)
        DO UPDATE SET writing = excluded.writing, seen_at = excluded.seen_at";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(ticket.0)
            .bind(agent.0)
            .bind(writing)
            .bind(now.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn leave(tx: &mut Tx, ticket: TicketId, agent: AgentId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM presence WHERE ticket = $1 AND agent = $2")
            .bind(ticket.0)
            .bind(agent.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn forget_older(tx: &mut Tx, than: Timestamp) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM presence WHERE seen_at < $1").bind(than.0).execute(conn).await?;
    });
    Ok(())
}
