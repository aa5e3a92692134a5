//! Rows of `drafts`: text begun and not yet sent.

use domain::id::{AgentId, TicketId};
use domain::message::MessageKind;

use crate::{Result, Tx, on};

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
