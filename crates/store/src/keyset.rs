//! Where a page begins and ends, for lists ordered by `rank_at` and then `id`, the most pressing
//! first.

use domain::list::{Cursor, PageSize};

use crate::sql::Sql;

/// Only what comes after the page before.
pub(crate) fn beyond(sql: &mut Sql, after: Option<Cursor>) {
    let Some(Cursor { rank, id }) = after else { return };
    sql.add(" AND (rank_at, id) > (").number(rank).add(", ").number(id).add(")");
}

/// One more than fits, to know whether there is a next page.
pub(crate) fn first(sql: &mut Sql, limit: PageSize) {
    sql.add(" ORDER BY rank_at, id LIMIT ").number(i64::from(limit.get()) + 1);
}

/// The ids of a page, and where the next one begins; of `keys` there may be one too many.
pub(crate) fn cut(mut keys: Vec<(i64, i64)>, limit: PageSize) -> (Vec<i64>, Option<Cursor>) {
    let limit = usize::from(limit.get());
    let more = keys.len() > limit;
    keys.truncate(limit);
    let next = keys.last().filter(|_| more).map(|&(rank, id)| Cursor { rank, id });
    (keys.into_iter().map(|(_, id)| id).collect(), next)
}
