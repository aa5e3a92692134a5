//! Opening a database: which one an address means, and how it is spoken to.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::{Result, Store, StoreError};

/// A Postgres that is being started together with us gets a moment.
const TRIES: u8 = 5;
const BETWEEN: Duration = Duration::from_secs(1);
/// What the desk's SQL needs.
const OLDEST: i32 = 15;

pub async fn connect(url: &str) -> Result<Store> {
    match url.split_once(':') {
        Some(("postgres" | "postgresql", _)) => postgres(url).await,
        Some(("sqlite", _)) => sqlite(url).await,
        _ => Err(StoreError::Url("it begins with neither sqlite: nor postgres:".to_owned())),
    }
}

async fn postgres(url: &str) -> Result<Store> {
    let options: PgConnectOptions = url.parse().map_err(unreadable)?;
    let options = options.statement_cache_capacity(512);
    greet(&options).await?;
    let pool = PgPoolOptions::new()
        .max_connections(24)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await?;
    Ok(Store::Postgres(pool))
}

/// One connection, for why there is none: a pool only says that it waited.
async fn greet(options: &PgConnectOptions) -> Result<()> {
    let mut connection = patiently(options).await?;
    let number: String =
        sqlx::query_scalar("SHOW server_version_num").fetch_one(&mut connection).await?;
    connection.close().await?;
    let version = number.parse().unwrap_or(0) / 10_000;
    if version < OLDEST { Err(StoreError::OldPostgres(version)) } else { Ok(()) }
}

async fn patiently(options: &PgConnectOptions) -> sqlx::Result<PgConnection> {
    for _ in 1..TRIES {
        match options.connect().await {
            Err(sqlx::Error::Io(_)) => tokio::time::sleep(BETWEEN).await,
            answered => return answered,
        }
    }
    options.connect().await
}

async fn sqlite(url: &str) -> Result<Store> {
    let options: SqliteConnectOptions = url.parse().map_err(unreadable)?;
    let file = options.get_filename().display().to_string();
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A power cut may lose the last commits, never damage the file.
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(512)
        .pragma("cache_size", "-32768")
        .pragma("temp_store", "MEMORY")
        .pragma("journal_size_limit", "67108864");
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await;
    let writer = writer.map_err(|error| StoreError::File(file, error))?;
    if url.contains(":memory:") {
        // Every connection to memory is a database of its own; so there is one.
        return Ok(Store::Sqlite { readers: writer.clone(), writer });
    }
    let readers = SqlitePoolOptions::new()
        .max_connections(4)
        .connect_lazy_with(options.read_only(true).create_if_missing(false));
    Ok(Store::Sqlite { writer, readers })
}

/// What is wrong with an address, without repeating it: there may be a password in it.
fn unreadable(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Configuration(why) => StoreError::Url(why.to_string()),
        other => StoreError::Sql(other),
    }
}
