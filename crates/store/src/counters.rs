//! Rows of `counters` and `tallies`: numbers that are maintained, never counted.

use std::collections::{BTreeMap, HashMap};

use domain::counter::{Count, Key, Of, Tally};
use domain::id::{AgentId, GroupId, TicketId};
use domain::time::Timestamp;

use crate::happenings::{self, Happening};
use crate::{Result, Tx, on};

/// Differences to add, gathered while a transaction works and written once at its end. Sorted, so
/// that two transactions change the same rows in the same order and never wait for each other.
#[derive(Debug, Default)]
pub struct Ledger {
    counters: BTreeMap<CounterKey, i64>,
    tallies: BTreeMap<TallyKey, i64>,
    happenings: Vec<Happening>,
}

/// Count, whose, slot.
type CounterKey = (i64, i64, i64);
/// Hour, tally, group, slot.
type TallyKey = (i64, i64, i64, i64);

/// Writers of different tickets use different rows, unless there is only one writer anyway.
const SLOTS: i64 = 16;

fn slot(tx: &Tx, ticket: TicketId) -> i64 {
    if tx.is_postgres() { ticket.0 % SLOTS } else { 0 }
}

impl Ledger {
    /// Notes that a row of `ticket` counted towards `before` and now counts towards `after`.
    pub fn moved(&mut self, tx: &Tx, ticket: TicketId, before: &[Key], after: &[Key]) {
        let slot = slot(tx, ticket);
        for ((count, of), by) in domain::counter::difference(before, after) {
            *self.counters.entry((count.code(), of.code(), slot)).or_default() += by;
        }
    }

    /// Notes that something happened in a group in the hour of `at`.
    pub fn tally(&mut self, tx: &Tx, ticket: TicketId, what: Tally, group: GroupId, at: Timestamp) {
        self.tally_by(tx, ticket, what, group, at, 1);
    }

    pub fn tally_by(
        &mut self,
        tx: &Tx,
        ticket: TicketId,
        what: Tally,
        group: GroupId,
        at: Timestamp,
        by: i64,
    ) {
        let key = (at.hour().0, what.code(), group.0, slot(tx, ticket));
        *self.tallies.entry(key).or_default() += by;
        // What a tally counts is kept beside it, one row each: see domain::behind.
        if by > 0 && what.is_listed() {
            self.happenings.push(Happening { what, at, group, ticket });
        }
    }

    pub async fn write(self, tx: &mut Tx) -> Result<()> {
        let counters: Vec<_> = self.counters.into_iter().filter(|(_, by)| *by != 0).collect();
        let tallies: Vec<_> = self.tallies.into_iter().filter(|(_, by)| *by != 0).collect();
        add_counters(tx, &counters).await?;
        add_tallies(tx, &tallies).await?;
        happenings::append(tx, &self.happenings).await
    }
}

/// Tasks in the worklists of these agents, as maintained.
pub async fn loads(tx: &mut Tx, agents: &[AgentId]) -> Result<HashMap<AgentId, i64>> {
    if agents.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, i64)> = on!(tx, conn => {
        let mut sum = sqlx::QueryBuilder::new(
            "SELECT whose, CAST(SUM(n) AS BIGINT) FROM counters WHERE count = ",
        );
        sum.push_bind(Count::TasksActionable.code()).push(" AND whose IN (");
        let mut whose = sum.separated(", ");
        for agent in agents {
            whose.push_bind(Of::Agent(agent.0).code());
        }
        sum.push(") GROUP BY whose");
        sum.build_query_as().fetch_all(conn).await?
    });
    Ok(rows.into_iter().map(|(whose, n)| (AgentId(-whose), n)).collect())
}

async fn add_counters(tx: &mut Tx, changes: &[(CounterKey, i64)]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    on!(tx, conn => {
        let mut add =
            sqlx::QueryBuilder::new("INSERT INTO counters (count, whose, slot, n) ");
        add.push_values(changes, |mut row, ((count, whose, slot), by)| {
            row.push_bind(count).push_bind(whose).push_bind(slot).push_bind(by);
        });
        add.push(" ON CONFLICT (count, whose, slot) DO UPDATE SET n = counters.n + excluded.n");
        add.build().execute(conn).await?;
    });
    Ok(())
}

async fn add_tallies(tx: &mut Tx, changes: &[(TallyKey, i64)]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    on!(tx, conn => {
        let mut add =
            sqlx::QueryBuilder::new("INSERT INTO tallies (hour, tally, group_id, slot, n) ");
        add.push_values(changes, |mut row, ((hour, tally, group, slot), by)| {
            row.push_bind(hour).push_bind(tally).push_bind(group).push_bind(slot).push_bind(by);
        });
        add.push(
            " ON CONFLICT (hour, tally, group_id, slot) DO UPDATE SET n = tallies.n + excluded.n",
        );
        add.build().execute(conn).await?;
    });
    Ok(())
}
