//! Counting what is otherwise maintained: for tests, and for an administrator who doubts.

use std::collections::BTreeMap;

use domain::counter::{self, Key};
use domain::id::TicketId;

use crate::{Result, Tx, on, tasks, tickets};

/// Numbers by the codes they are kept under: what, and whose.
pub type Numbers = BTreeMap<(i64, i64), i64>;

/// As they are kept, without zeros.
pub async fn kept(tx: &mut Tx) -> Result<Numbers> {
    let rows: Vec<(i64, i64, i64)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT count, whose, CAST(SUM(n) AS BIGINT) FROM counters GROUP BY count, whose",
        )
        .fetch_all(conn)
        .await?
    });
    Ok(rows.into_iter().filter(|row| row.2 != 0).map(|(c, w, n)| ((c, w), n)).collect())
}

/// As they are, by looking at every ticket and task. Slow: it reads everything.
pub async fn counted(tx: &mut Tx) -> Result<Numbers> {
    let ids: Vec<i64> =
        on!(tx, conn => sqlx::query_scalar("SELECT id FROM tickets").fetch_all(conn).await?);
    let mut numbers = Numbers::new();
    for id in ids.into_iter().map(TicketId) {
        if let Some(ticket) = tickets::find(tx, id).await? {
            add(&mut numbers, &counter::of_ticket(&ticket));
        }
        for task in tasks::of_ticket(tx, id).await? {
            add(&mut numbers, &counter::of_task(&task));
        }
    }
    Ok(numbers)
}

fn add(numbers: &mut Numbers, keys: &[Key]) {
    for (count, of) in keys {
        *numbers.entry((count.code(), of.code())).or_default() += 1;
    }
}
