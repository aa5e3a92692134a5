//! Rows of `settings`.

use domain::time::{Span, Timestamp};

use crate::{Result, Tx, on};

pub async fn get(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    Ok(on!(tx, conn => {
        sqlx::query_scalar("SELECT value FROM settings WHERE key = $1")
            .bind(key)
            .fetch_optional(conn)
            .await?
    }))
}

pub async fn set(tx: &mut Tx, key: &str, value: &str) -> Result<()> {
    const SQL: &str = "INSERT INTO settings (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    on!(tx, conn => {
        sqlx::query(SQL).bind(key).bind(value).execute(conn).await?;
    });
    Ok(())
}

/// Whose turn it is to do what is done once within `every`: of several processes that ask at once,
/// one is told that it is theirs.
pub async fn take_turn(tx: &mut Tx, key: &str, now: Timestamp, every: Span) -> Result<bool> {
    const SQL: &str = "INSERT INTO settings (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
            WHERE CAST(settings.value AS BIGINT) <= $3
        RETURNING key";
    let mine: Option<String> = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(key)
            .bind(now.0.to_string())
            .bind((now - every).0)
            .fetch_optional(conn)
            .await?
    });
    Ok(mine.is_some())
}

/// Keeps the value unless there is one, and answers with the one that is kept: of several servers
/// that open a new desk at once, one decides.
pub async fn get_or_set(tx: &mut Tx, key: &str, value: &str) -> Result<String> {
    const SQL: &str = "INSERT INTO settings (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = settings.value RETURNING value";
    Ok(on!(tx, conn => {
        sqlx::query_scalar(SQL).bind(key).bind(value).fetch_one(conn).await?
    }))
}
