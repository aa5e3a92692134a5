//! Rows of `participants`: who works on a ticket, was asked about it, or follows it.

use domain::actor::TakesPart;
use domain::id::{AgentId, TicketId};

use crate::{Result, Tx, on};

/// Takes part from now on, at least so; whether they follow stays as it was.
pub async fn add(tx: &mut Tx, ticket: TicketId, agent: AgentId, how: TakesPart) -> Result<()> {
    on!(tx, conn => {
        sqlx::query(
            "INSERT INTO participants (ticket, agent, follows, works) VALUES ($1, $2, $3, $4)
             ON CONFLICT (ticket, agent) DO UPDATE SET works = excluded.works
             WHERE excluded.works > participants.works",
        )
        .bind(ticket.0)
        .bind(agent.0)
        .bind(false)
        .bind(how == TakesPart::Working)
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
            "INSERT INTO participants (ticket, agent, follows, works) VALUES ($1, $2, $3, $4)
             ON CONFLICT (ticket, agent) DO UPDATE SET follows = excluded.follows
             WHERE participants.follows <> excluded.follows",
        )
        .bind(ticket.0)
        .bind(agent.0)
        .bind(follows)
        .bind(false)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(changed == 1)
}

/// What somebody has to do with a ticket. An open task of a group it does not belong to invites that
/// group.
pub async fn of(tx: &mut Tx, ticket: TicketId, agent: AgentId) -> Result<TakesPart> {
    let code: Option<i64> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT CASE WHEN works THEN CAST(3 AS BIGINT) ELSE CAST(2 AS BIGINT) END AS code
             FROM participants WHERE ticket = $1 AND agent = $2
             UNION ALL
             SELECT CAST(1 AS BIGINT) FROM tasks t
             JOIN tickets k ON k.id = t.ticket
             JOIN memberships m ON m.group_id = t.group_id
             WHERE t.ticket = $1 AND t.stage > 0 AND t.group_id <> k.group_id AND m.agent = $2
             ORDER BY code DESC LIMIT 1",
        )
        .bind(ticket.0)
        .bind(agent.0)
        .fetch_optional(conn)
        .await?
    });
    Ok(code.map_or(TakesPart::No, TakesPart::from_code))
}
