//! A large desk for measuring: rows written straight into the tables, with every number the
//! operations would have maintained. The same size is always the same desk.
//!
//! Sixty days of tickets: what is older than three days is nearly all closed, what is younger is
//! spread over all states. Each has four messages, and the events and tasks its life leaves behind.

use domain::id::TicketId;
use domain::time::{Span, Timestamp};

use crate::counters::Ledger;
use crate::{Result, Store, on};

mod bulk;
mod dice;
mod house;
mod lives;
mod rows;
mod texts;

use bulk::Bulk;
use dice::Dice;
use lives::Life;

/// So many tickets go into one transaction.
const BATCH: i64 = 500;
const DAYS: i64 = 60;

/// Fills a desk whose standards (flow, channels, roles) are there with `tickets` tickets, and with
/// people and categories if it has none.
pub async fn fill(store: &Store, tickets: i64, now: Timestamp) -> Result<()> {
    let mut dice = Dice::new(20_417);
    let house = house::bring(store, &mut dice, tickets, now).await?;
    let first = next_ticket(store).await?;
    let begun = now - Span::days(DAYS);
    let step = Span::days(DAYS).0 / tickets.max(1);
    for batch in (0..tickets).step_by(usize::try_from(BATCH).unwrap_or(1)) {
        let lives = (batch..tickets.min(batch + BATCH)).map(|place| {
            let at = begun + Span(step * place);
            Life::live(&mut dice, &house, TicketId(first + place), at, now)
        });
        let lives: Vec<Life> = lives.collect();
        write(store, &lives).await?;
    }
    settle(store).await
}

async fn write(store: &Store, lives: &[Life]) -> Result<()> {
    let mut tx = store.begin().await?;
    let mut bulk = Bulk::default();
    let mut ledger = Ledger::default();
    let mut next = rows::next_ids(&mut tx).await?;
    for life in lives {
        rows::add(&mut bulk, &mut next, life, tx.is_postgres())?;
        life.count(&mut ledger, &tx);
    }
    bulk.write(&mut tx).await?;
    ledger.write(&mut tx).await?;
    tx.commit().await
}

async fn next_ticket(store: &Store) -> Result<i64> {
    let mut tx = store.read().await?;
    let last: i64 = on!(&mut tx, conn => {
        sqlx::query_scalar("SELECT COALESCE(MAX(id), 20000) FROM tickets").fetch_one(conn).await?
    });
    Ok(last + 1)
}

/// Ids were given here; the databases learn where to go on, and what the tables are like.
async fn settle(store: &Store) -> Result<()> {
    match store {
        Store::Sqlite { writer, .. } => {
            sqlx::query("INSERT INTO message_words (message_words) VALUES ('optimize')")
                .execute(writer)
                .await?;
            sqlx::query("ANALYZE").execute(writer).await?;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(writer).await?;
        }
        Store::Postgres(pool) => {
            for sequence in SEQUENCES {
                sqlx::query(sequence).execute(pool).await?;
            }
            sqlx::query("VACUUM ANALYZE").execute(pool).await?;
        }
    }
    Ok(())
}

const SEQUENCES: [&str; 8] = [
    "SELECT setval(pg_get_serial_sequence('departments', 'id'), (SELECT MAX(id) FROM departments))",
    "SELECT setval(pg_get_serial_sequence('groups', 'id'), (SELECT MAX(id) FROM groups))",
    "SELECT setval(pg_get_serial_sequence('agents', 'id'), (SELECT MAX(id) FROM agents))",
    "SELECT setval(pg_get_serial_sequence('categories', 'id'), (SELECT MAX(id) FROM categories))",
    "SELECT setval(pg_get_serial_sequence('customers', 'id'), (SELECT MAX(id) FROM customers))",
    "SELECT setval(pg_get_serial_sequence('tickets', 'id'), (SELECT MAX(id) FROM tickets))",
    "SELECT setval(pg_get_serial_sequence('tasks', 'id'), (SELECT MAX(id) FROM tasks))",
    "SELECT setval(pg_get_serial_sequence('messages', 'id'), (SELECT MAX(id) FROM messages))",
];
