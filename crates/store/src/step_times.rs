//! Rows of `step_times`: how long each step takes for each leaf, learned anew from time to time.

use domain::flow::StepKey;
use domain::id::CategoryId;
use domain::stuck::Usual;
use domain::time::{Span, Timestamp};

use crate::{Result, Tx, on};

/// What is usual in one step for one leaf.
pub type StepTime = (CategoryId, StepKey, Usual);

/// What was done since `since`. It looks at every finished task of that time, so it is asked for a
/// few times a day, and not while somebody waits.
pub async fn learn(tx: &mut Tx, since: Timestamp) -> Result<Vec<StepTime>> {
    const SQL: &str = "SELECT category, step, MIN(span), MAX(sample) FROM (
            SELECT t.category, k.step, k.done_at - k.created_at AS span,
                ROW_NUMBER() OVER (
                    PARTITION BY t.category, k.step ORDER BY k.done_at - k.created_at) AS place,
                COUNT(*) OVER (PARTITION BY t.category, k.step) AS sample
            FROM tasks k JOIN tickets t ON t.id = k.ticket
            WHERE k.state = 'done' AND k.done_at >= $1
        ) AS times WHERE place * 10 >= sample * 9 GROUP BY category, step";
    let rows: Vec<(i64, String, i64, i64)> =
        on!(tx, conn => sqlx::query_as(SQL).bind(since.0).fetch_all(conn).await?);
    let time = |(category, step, p90, sample): (i64, String, i64, i64)| {
        let sample = u32::try_from(sample).unwrap_or(u32::MAX);
        (CategoryId(category), StepKey(step), Usual { p90: Span(p90), sample })
    };
    Ok(rows.into_iter().map(time).collect())
}

/// Puts these in the place of what was known.
pub async fn replace(tx: &mut Tx, times: &[StepTime]) -> Result<()> {
    /// Four values each, with room below what SQLite takes in one statement.
    const AT_ONCE: usize = 1_000;
    on!(tx, conn => {
        sqlx::query("DELETE FROM step_times").execute(conn).await?;
    });
    for some in times.chunks(AT_ONCE) {
        on!(tx, conn => {
            let mut add = sqlx::QueryBuilder::new(
                "INSERT INTO step_times (category, step, p90, sample) ",
            );
            add.push_values(some, |mut row, (category, step, usual)| {
                row.push_bind(category.0)
                    .push_bind(step.as_str())
                    .push_bind(usual.p90.0)
                    .push_bind(i64::from(usual.sample));
            });
            add.build().execute(conn).await?;
        });
    }
    Ok(())
}
