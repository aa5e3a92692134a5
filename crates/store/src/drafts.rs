//! Rows of `drafts`: text begun and not yet sent.

use domain::id::{AgentId, TicketId};
use domain::message::{Draft, MessageKind};

use crate::{Result, Tx, on};

pub async fn save(tx: &mut Tx, ticket: TicketId, agent: AgentId, draft: &Draft) -> Result<()> {
    const SQL: &str = "INSERT INTO drafts (ticket, agent, kind, body, seen, saved_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (ticket, agent, kind)
        DO UPDATE SET body = excluded.body, seen = excluded.seen, saved_at = excluded.saved_at";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(ticket.0)
            .bind(agent.0)
            .bind(draft.kind.as_str())
            .bind(&draft.body)
            .bind(draft.seen.map(|it| it.0))
            .bind(draft.saved_at.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn forget(
    tx: &mut Tx,
    ticket: TicketId,
    agent: AgentId,
    kind: MessageKind,
) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM drafts WHERE ticket = $1 AND agent = $2 AND kind = $3")
            .bind(ticket.0)
            .bind(agent.0)
            .bind(kind.as_str())
            .execute(conn)
            .await?;
    });
    Ok(())
}
