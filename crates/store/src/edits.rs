//! Looking back in `events` for who changed a field last.

use domain::event::What;
use domain::id::TicketId;
use domain::time::Timestamp;

use crate::{Result, Tx, on, stored_json};

/// Who changed `field` last, and when, among the newest changes of a ticket. The name is `None`
/// when the desk did it by itself.
pub async fn last(
    tx: &mut Tx,
    ticket: TicketId,
    field: &str,
) -> Result<Option<(Option<String>, Timestamp)>> {
    let rows: Vec<(Option<String>, i64, String)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT agents.name, events.at, events.what
             FROM events LEFT JOIN agents ON agents.id = events.agent
             WHERE events.ticket = $1 ORDER BY events.id DESC LIMIT 200",
        )
        .bind(ticket.0)
        .fetch_all(conn)
        .await?
    });
    for (who, at, what) in rows {
        if changes(&stored_json(&what)?, field) {
            return Ok(Some((who, Timestamp(at))));
        }
    }
    Ok(None)
}

fn changes(what: &What, changed: &str) -> bool {
    match what {
        What::FieldChanged { field, .. } => field == changed,
        What::CategoryChanged { .. } => changed == "category",
        What::PriorityChanged { .. } => changed == "priority",
        What::OwnerChanged { .. } => changed == "owner",
        _ => false,
    }
}
