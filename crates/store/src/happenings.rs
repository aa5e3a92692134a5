//! Rows of `happenings`: what the tallies of the board count, one by one (H-02).

use domain::counter::Tally;
use domain::id::{GroupId, TicketId};
use domain::list::{Cursor, Page, PageSize};
use domain::time::Timestamp;

use crate::sql::Sql;
use crate::{Result, Tx, on};

/// Something that was counted when it happened, in the group the ticket was in then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happening {
    pub what: Tally,
    pub at: Timestamp,
    pub group: GroupId,
    pub ticket: TicketId,
}

/// Rows in one statement: four values each, and SQLite takes 32,766.
const SOME: usize = 1_000;

pub(crate) async fn append(tx: &mut Tx, happenings: &[Happening]) -> Result<()> {
    for some in happenings.chunks(SOME) {
        on!(tx, conn => {
            let mut insert =
                sqlx::QueryBuilder::new("INSERT INTO happenings (tally, at, group_id, ticket) ");
            insert.push_values(some, |mut row, it| {
                row.push_bind(it.what.code())
                    .push_bind(it.at.0)
                    .push_bind(it.group.0)
                    .push_bind(it.ticket.0);
            });
            insert.build().execute(conn).await?;
        });
    }
    Ok(())
}

/// What happened in these groups since the hour of `since` began, the latest first.
pub async fn since(
    tx: &mut Tx,
    what: Tally,
    since: Timestamp,
    groups: &[GroupId],
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<Happening>> {
    let mut sql = Sql::new("SELECT id, at, group_id, ticket FROM happenings WHERE tally = ");
    sql.number(what.code()).add(" AND at >= ").number(since.hour().0);
    if let Some(Cursor { rank, id }) = after {
        sql.add(" AND (at, id) < (").number(rank).add(", ").number(id).add(")");
    }
    sql.add(" AND group_id").among(groups.iter().map(|id| id.0));
    sql.add(" ORDER BY at DESC, id DESC LIMIT ").number(i64::from(limit.get()) + 1);
    let mut rows: Vec<(i64, i64, i64, i64)> = sql.all(tx).await?;
    let limit = usize::from(limit.get());
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|&(id, at, ..)| Cursor { rank: at, id });
    let rows = rows.into_iter().map(|(_, at, group, ticket)| Happening {
        what,
        at: Timestamp(at),
        group: GroupId(group),
        ticket: TicketId(ticket),
    });
    Ok(Page { rows: rows.collect(), next })
}
