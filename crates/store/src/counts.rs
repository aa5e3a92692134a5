//! Sums of counters: the numbers beside lists, and of the board.

use std::collections::HashMap;

use domain::counter::{Count, Of};
use domain::id::GroupId;

use crate::sql::Sql;
use crate::{Result, Tx};

/// What was asked for, by whom it is counted of.
#[derive(Debug, Default)]
pub struct Counts(HashMap<(i64, i64), i64>);

impl Counts {
    pub fn of(&self, count: Count, of: Of) -> i64 {
        self.0.get(&(count.code(), of.code())).copied().unwrap_or_default()
    }

    /// Over all groups that were asked for.
    pub fn of_groups(&self, count: Count) -> i64 {
        let groups = self.0.iter().filter(|((kind, whose), _)| *kind == count.code() && *whose > 0);
        groups.map(|(_, n)| n).sum()
    }

    /// Adds what another question found.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// Every group's.
pub async fn of_all_groups(tx: &mut Tx, counts: &[Count]) -> Result<Counts> {
    let mut sql = Sql::new(SUMS);
    sql.among(counts.iter().map(|count| count.code())).add(" AND whose > 0").add(GROUPED);
    read(sql, tx).await
}

/// Every person's.
pub async fn of_all_agents(tx: &mut Tx, counts: &[Count]) -> Result<Counts> {
    let mut sql = Sql::new(SUMS);
    sql.among(counts.iter().map(|count| count.code())).add(" AND whose < 0").add(GROUPED);
    read(sql, tx).await
}

pub async fn of(tx: &mut Tx, counts: &[Count], whose: &[Of]) -> Result<Counts> {
    let mut sql = Sql::new(SUMS);
    sql.among(counts.iter().map(|count| count.code()))
        .add(" AND whose")
        .among(whose.iter().map(|of| of.code()))
        .add(GROUPED);
    read(sql, tx).await
}

pub fn groups(ids: &[GroupId]) -> Vec<Of> {
    ids.iter().map(|id| Of::Group(id.0)).collect()
}

const SUMS: &str = "SELECT count, whose, CAST(SUM(n) AS BIGINT) FROM counters WHERE count";
const GROUPED: &str = " GROUP BY count, whose";

async fn read(sql: Sql, tx: &mut Tx) -> Result<Counts> {
    let rows: Vec<(i64, i64, i64)> = sql.all(tx).await?;
    Ok(Counts(rows.into_iter().map(|(count, whose, n)| ((count, whose), n)).collect()))
}
