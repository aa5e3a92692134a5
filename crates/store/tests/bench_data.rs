//! The large made-up desk is a sound one: its numbers are what a count would say.

use std::collections::BTreeMap;

use domain::counter::{of_task, of_ticket};
use domain::id::TicketId;
use domain::time::Timestamp;
use store::{Store, tasks, tickets};
use testkit::TestDesk;

const NOON: Timestamp = Timestamp(1_767_355_200_000);
const TICKETS: i64 = 2_000;

type Numbers = BTreeMap<(i64, i64), i64>;

async fn kept(store: &Store) -> Numbers {
    const SQL: &str =
        "SELECT count, whose, CAST(SUM(n) AS BIGINT) FROM counters GROUP BY count, whose";
    let rows: Vec<(i64, i64, i64)> = match store {
        Store::Sqlite { writer, .. } => sqlx::query_as(SQL).fetch_all(writer).await.unwrap(),
        Store::Postgres(pool) => sqlx::query_as(SQL).fetch_all(pool).await.unwrap(),
    };
    let numbers = rows.into_iter().map(|(count, whose, n)| ((count, whose), n));
    numbers.filter(|(_, n)| *n != 0).collect()
}

async fn counted(store: &Store) -> Numbers {
    let mut numbers = Numbers::new();
    let mut tx = store.read().await.unwrap();
    for id in 20_001..=20_000 + TICKETS {
        let ticket = tickets::find(&mut tx, TicketId(id)).await.unwrap().unwrap();
        let tasks = tasks::of_ticket(&mut tx, ticket.id).await.unwrap();
        let keys = of_ticket(&ticket).into_iter().chain(tasks.iter().flat_map(of_task));
        for (count, of) in keys {
            *numbers.entry((count.code(), of.code())).or_default() += 1;
        }
    }
    numbers
}

#[tokio::test]
async fn every_number_is_what_a_count_would_say() {
    testkit::both(async |desk: TestDesk| {
        store::bench_data::fill(desk.store(), TICKETS, NOON).await.unwrap();

        assert_eq!(kept(desk.store()).await, counted(desk.store()).await);
    })
    .await;
}
