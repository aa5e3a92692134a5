//! Rows of `supervision_counts`: the numbers of the board by department, maintained by every write.

use std::collections::BTreeMap;

use domain::id::DepartmentId;
use domain::supervision::{Figure, Supervision};
use domain::time::{Span, Timestamp};

use crate::sql::Sql;
use crate::{Result, Tx, on};

/// Adds the difference between what it counted towards before and what it does now.
pub async fn moved(
    tx: &mut Tx,
    before: Option<&Supervision>,
    after: &Supervision,
    zone: Span,
) -> Result<()> {
    let counted = |it: &Supervision, figure: Figure| i64::from(figure.counts(it));
    let difference = Figure::ALL.map(|figure| {
        let was = before.map_or(0, |before| counted(before, figure));
        (figure, counted(after, figure) - was)
    });
    let changed: Vec<_> = difference.into_iter().filter(|(_, by)| *by != 0).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let (day, department) = (day_of(after.issued_at, zone), after.department.0);
    on!(tx, conn => {
        let mut add = sqlx::QueryBuilder::new(
            "INSERT INTO supervision_counts (day, department, figure, n) ",
        );
        add.push_values(&changed, |mut row, (figure, by)| {
            row.push_bind(day).push_bind(department).push_bind(figure.code()).push_bind(*by);
        });
        add.push(
            " ON CONFLICT (day, department, figure)
              DO UPDATE SET n = supervision_counts.n + excluded.n",
        );
        add.build().execute(conn).await?;
    });
    Ok(())
}

/// Sums by department: of what was issued since `since`, and of what is running whenever it was
/// issued.
pub async fn sums(
    tx: &mut Tx,
    since: Timestamp,
    zone: Span,
) -> Result<BTreeMap<(DepartmentId, i64), i64>> {
    let mut sql = Sql::new(
        "SELECT department, figure, CAST(SUM(n) AS BIGINT) FROM supervision_counts
         WHERE figure = ",
    );
    sql.number(Figure::Running.code()).add(" OR day >= ").number(day_of(since, zone));
    sql.add(" GROUP BY department, figure");
    let rows: Vec<(i64, i64, i64)> = sql.all(tx).await?;
    Ok(rows.into_iter().map(|(of, figure, n)| ((DepartmentId(of), figure), n)).collect())
}

/// The civil day of the desk, as a number that grows by one a day.
fn day_of(at: Timestamp, zone: Span) -> i64 {
    (at + zone).0.div_euclid(Span::days(1).0)
}
