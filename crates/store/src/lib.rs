//! Everything the desk remembers, in SQLite or in Postgres.
//!
//! One SQL text serves both. [`on!`] runs it on whichever database is open; where the two really
//! differ, the two texts stand next to each other in the same function, named `SQLITE` and
//! `POSTGRES`.

use sqlx::migrate::Migrator;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

#[derive(Clone, Debug)]
pub enum Store {
    Sqlite {
        /// One connection: SQLite has one writer at a time, and a queue here is fairer than its.
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

/// One unit of work: all of it happens, or none. Dropped without [`Tx::commit`], none.
#[derive(Debug)]
pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database refused")]
    Sql(#[from] sqlx::Error),
    #[error("the database could not be brought up to date")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("the address of the database cannot be read: {0}")]
    Url(String),
    #[error("the file {0} cannot be opened")]
    File(String, #[source] sqlx::Error),
    #[error("this is PostgreSQL {0}, and 15 is the oldest that will do")]
    OldPostgres(i32),
    #[error("a stored value is damaged: {0}")]
    Damaged(String),
    #[error("the file store refused")]
    Files(#[from] object_store::Error),
    #[error("`{0}` is not an address for files; it begins with file: or s3:")]
    FilesUrl(String),
    #[error("the folder {0} cannot be made: {1}")]
    Folder(String, std::io::Error),
}

impl StoreError {
    /// The step of the tables nobody here knows, when a newer program has been at the database.
    pub const fn step_of_a_newer_program(&self) -> Option<i64> {
        match self {
            Self::Migrate(sqlx::migrate::MigrateError::VersionMissing(step)) => Some(*step),
            _ => None,
        }
    }
}

pub type Result<T, E = StoreError> = std::result::Result<T, E>;

pub mod attaching;
pub mod attachments;
pub mod attempts;
pub mod belonging;
pub mod bench_data;
pub mod bench_limit;
pub mod boards;
pub mod business_refs;
pub mod calculations;
pub mod calculators;
pub mod cards;
pub mod catalogue;
pub mod codes;
pub mod connectors;
pub mod counters;
pub mod counts;
pub mod customers;
pub mod drafts;
pub mod edits;
pub mod events;
pub mod field_values;
pub mod files;
pub mod happenings;
pub mod idempotency;
pub mod identity_checks;
pub mod inbound_events;
pub mod jobs;
mod keyset;
pub mod links;
pub mod lists;
pub mod live;
pub mod messages;
pub mod names;
pub mod outbox;
pub mod pages;
pub mod participants;
pub mod partner_contacts;
pub mod partners;
pub mod people;
pub mod presence;
pub mod recount;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod signatures;
pub mod step_times;
pub mod stuck;
pub mod supervisions;
pub mod task_lines;
pub mod tasks;
pub mod tickets;
pub mod timelines;
pub mod tokens;
pub mod urged_tasks;
pub mod words;
pub mod worklists;

mod opening;
mod sql;

/// Evaluates one expression on the open connection, which it calls `$conn`.
macro_rules! on {
    ($tx:expr, $conn:ident => $run:expr) => {
        match $tx {
            $crate::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $run
            }
            $crate::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $run
            }
        }
    };
}
pub(crate) use on;

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("./migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("./migrations/postgres");

impl Store {
    /// Opens the database at `url` and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self> {
        let store = opening::connect(url).await?;
        match &store {
            Self::Sqlite { writer, .. } => SQLITE_MIGRATIONS.run(writer).await?,
            Self::Postgres(pool) => POSTGRES_MIGRATIONS.run(pool).await?,
        }
        Ok(store)
    }

    /// A unit of work that writes. On SQLite it takes the writer's place at once: that is what
    /// keeps a read that turns into a write from failing as "database is locked".
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// One consistent look, which never waits for a writer.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        })
    }

    pub const fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Lets go of every connection; SQLite folds its log into the file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    pub const fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// Reads a stored word or number back as what it means.
pub(crate) fn stored<T, V>(value: V) -> Result<T>
where
    T: TryFrom<V>,
    T::Error: std::fmt::Display,
{
    T::try_from(value).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Reads stored JSON back as what it means.
pub(crate) fn stored_json<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Writes a value as JSON. Our own types always have one.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Damaged(error.to_string()))
}
