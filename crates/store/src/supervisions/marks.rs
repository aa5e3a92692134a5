//! The mark a ticket has in lists while it is supervised.

use std::collections::HashMap;

use domain::id::TicketId;
use domain::list::Supervised;
use domain::supervision::Supervision;
use domain::time::Timestamp;
use sqlx::FromRow;

use super::Row;
use crate::sql::Sql;
use crate::{Result, Tx};

#[derive(FromRow)]
struct MarkRow {
    ticket: i64,
    #[sqlx(flatten)]
    supervision: Row,
}

/// Of the supervised ones among these tickets; of several supervisions the most pressing.
pub async fn of(
    tx: &mut Tx,
    tickets: impl IntoIterator<Item = TicketId>,
) -> Result<HashMap<TicketId, Supervised>> {
    let ids: Vec<i64> = tickets.into_iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(
        "SELECT x.ticket, s.* FROM supervision_targets x JOIN supervisions s ON s.id = x.supervision
         WHERE s.lifted_at IS NULL AND x.ticket",
    );
    sql.among(ids);
    let rows: Vec<MarkRow> = sql.all(tx).await?;
    let mut marks: HashMap<TicketId, Supervised> = HashMap::new();
    for MarkRow { ticket, supervision } in rows {
        let mark = mark(&supervision.try_into()?);
        let known = marks.entry(TicketId(ticket)).or_insert(mark);
        if pressing(&mark) < pressing(known) {
            *known = mark;
        }
    }
    Ok(marks)
}

fn mark(supervision: &Supervision) -> Supervised {
    let (id, state, clock) = (supervision.id, supervision.state, supervision.clock());
    Supervised { supervision: id, state, clock }
}

fn pressing(mark: &Supervised) -> Timestamp {
    mark.clock.unwrap_or(Timestamp::NEVER)
}
