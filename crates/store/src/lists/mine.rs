//! A customer's own tickets.

use domain::id::{CategoryId, CustomerId, TicketId};
use domain::list::{Cursor, Page, PageSize};
use domain::page::MyTicket;
use domain::state::TicketState;
use domain::time::Timestamp;

use crate::names::Paths;
use crate::{Result, Tx, on, stored};

/// A customer's own tickets, newest first.
pub async fn of_requester(
    tx: &mut Tx,
    requester: CustomerId,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<MyTicket>> {
    let before = after.map_or(i64::MAX, |cursor| cursor.id);
    let mut rows: Vec<(i64, String, i64, String, i64)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, subject, category, state, updated_at FROM tickets
             WHERE requester = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        )
        .bind(requester.0)
        .bind(before)
        .bind(i64::from(limit.get()) + 1)
        .fetch_all(conn)
        .await?
    });
    let more = rows.len() > usize::from(limit.get());
    rows.truncate(usize::from(limit.get()));
    let next = rows.last().filter(|_| more).map(|row| Cursor { rank: 0, id: row.0 });
    let paths = Paths::load(tx).await?;
    let rows = rows.into_iter().map(|row| my_ticket(row, &paths)).collect::<Result<_>>()?;
    Ok(Page { rows, next })
}

fn my_ticket(row: (i64, String, i64, String, i64), paths: &Paths) -> Result<MyTicket> {
    let (id, subject, category, state, updated_at) = row;
    Ok(MyTicket {
        number: TicketId(id).number(),
        subject,
        category: paths.of(CategoryId(category)),
        state: stored::<TicketState, _>(state)?,
        updated_at: Timestamp(updated_at),
    })
}
