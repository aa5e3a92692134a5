//! Rows of `step_times`: how long each step takes for each leaf, learned anew from time to time.

use domain::flow::StepKey;
use domain::id::CategoryId;
use domain::stuck::Usual;
use domain::time::{Span, Timestamp};
use sqlx::FromRow;

use crate::{Result, Tx, on};

/// What is usual in one step for one leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTime {
    pub category: CategoryId,
    pub step: StepKey,
    pub usual: Usual,
    /// Half of them were done within.
    pub median: Span,
    /// All of them together.
    pub total: Span,
}

#[derive(FromRow)]
struct Row {
    category: i64,
    step: String,
    median: i64,
    p90: i64,
    total: i64,
    sample: i64,
}

/// What was done since `since`. It looks at every finished task of that time, so it is asked for a
/// few times a day, and not while somebody waits.
///
/// Both figures are of the nearest-rank kind: the shortest span that so many of the sample did not
/// exceed.
pub async fn learn(tx: &mut Tx, since: Timestamp) -> Result<Vec<StepTime>> {
    const SQL: &str = "SELECT category, step,
            MIN(CASE WHEN place * 2 >= sample THEN span END) AS median,
            MIN(CASE WHEN place * 10 >= sample * 9 THEN span END) AS p90,
            CAST(SUM(span) AS BIGINT) AS total,
            MAX(sample) AS sample
        FROM (
            SELECT t.category, k.step, k.done_at - k.created_at AS span,
                ROW_NUMBER() OVER (
                    PARTITION BY t.category, k.step ORDER BY k.done_at - k.created_at) AS place,
                COUNT(*) OVER (PARTITION BY t.category, k.step) AS sample
            FROM tasks k JOIN tickets t ON t.id = k.ticket
            WHERE k.state = 'done' AND k.done_at >= $1
        ) AS times GROUP BY category, step";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).bind(since.0).fetch_all(conn).await?);
    Ok(rows.into_iter().map(StepTime::from).collect())
}

/// What was learned last.
pub async fn all(tx: &mut Tx) -> Result<Vec<StepTime>> {
    const SQL: &str = "SELECT category, step, median, p90, total, sample FROM step_times";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(StepTime::from).collect())
}

/// Puts these in the place of what was known.
pub async fn replace(tx: &mut Tx, times: &[StepTime]) -> Result<()> {
    /// Six values each, with room below what SQLite takes in one statement.
    const AT_ONCE: usize = 1_000;
    on!(tx, conn => {
        sqlx::query("DELETE FROM step_times").execute(conn).await?;
    });
    for some in times.chunks(AT_ONCE) {
        on!(tx, conn => {
            let mut add = sqlx::QueryBuilder::new(
                "INSERT INTO step_times (category, step, p90, sample, median, total) ",
            );
            add.push_values(some, |mut row, it| {
                row.push_bind(it.category.0)
                    .push_bind(it.step.as_str())
                    .push_bind(it.usual.p90.0)
                    .push_bind(i64::from(it.usual.sample))
                    .push_bind(it.median.0)
                    .push_bind(it.total.0);
            });
            add.build().execute(conn).await?;
        });
    }
    Ok(())
}

impl From<Row> for StepTime {
    fn from(row: Row) -> Self {
        let sample = u32::try_from(row.sample).unwrap_or(u32::MAX);
        Self {
            category: CategoryId(row.category),
            step: StepKey(row.step),
            usual: Usual { p90: Span(row.p90), sample },
            median: Span(row.median),
            total: Span(row.total),
        }
    }
}
