//! The two sets of migrations make the same tables.

use std::collections::BTreeMap;

use store::Store;
use testkit::postgres;

type Tables = BTreeMap<String, Vec<(String, bool)>>;

/// What only one database needs: the words of messages are a table of their own on SQLite, and a
/// column on Postgres.
fn is_shared(table: &str, column: &str) -> bool {
    !table.starts_with("message_words")
        && !table.starts_with("sqlite_")
        && !table.starts_with("_sqlx")
        && (table, column) != ("messages", "words")
}

fn tables(rows: Vec<(String, String, bool)>) -> Tables {
    let mut tables = Tables::new();
    for (table, column, required) in rows {
        if is_shared(&table, &column) {
            tables.entry(table).or_default().push((column, required));
        }
    }
    tables
}

async fn of_sqlite() -> (Tables, Vec<String>) {
    let store = Store::open("sqlite::memory:").await.unwrap();
    let Store::Sqlite { writer, .. } = store else { unreachable!() };
    let rows = sqlx::query_as(
        "SELECT m.name, c.name, c.\"notnull\" OR c.pk FROM sqlite_schema m
         JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid",
    )
    .fetch_all(&writer)
    .await
    .unwrap();
    let indexes = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_%'
         ORDER BY name",
    )
    .fetch_all(&writer)
    .await
    .unwrap();
    (tables(rows), indexes)
}

async fn of_postgres() -> (Tables, Vec<String>) {
    let url = tokio::task::spawn_blocking(|| postgres::server().create("schema", None));
    let store = Store::open(&url.await.unwrap()).await.unwrap();
    let Store::Postgres(pool) = store else { unreachable!() };
    let rows = sqlx::query_as(
        "SELECT table_name::text, column_name::text, is_nullable = 'NO'
         FROM information_schema.columns WHERE table_schema = 'public'
         ORDER BY table_name, ordinal_position",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let indexes = sqlx::query_scalar(
        "SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public'
         AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key' ORDER BY indexname",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    (tables(rows), indexes)
}

#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_indexes() {
    let (sqlite, mut sqlite_indexes) = of_sqlite().await;
    let (postgres, mut postgres_indexes) = of_postgres().await;
    // Each has its own way to find words, and only Postgres needs to read events by transaction.
    sqlite_indexes.sort();
    postgres_indexes.retain(|name| !matches!(name.as_str(), "messages_words" | "events_by_txid"));
    postgres_indexes.sort();

    assert_eq!(sqlite, postgres);
    assert_eq!(sqlite_indexes, postgres_indexes);
}
