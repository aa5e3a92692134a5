//! Rows of `attempts`: how often something was tried of late.

use domain::time::{Span, Timestamp};

use crate::{Result, Tx, on};

/// Counts one more try of `key`. `None` when it is within `limit` tries per `window`, else when
/// the next one will be.
pub async fn take(
    tx: &mut Tx,
    key: &str,
    window: Span,
    limit: i64,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    const SQL: &str = "INSERT INTO attempts (key, since, n) VALUES ($1, $2, 1)
        ON CONFLICT (key) DO UPDATE SET
            since = CASE WHEN attempts.since <= $3 THEN excluded.since ELSE attempts.since END,
            n = CASE WHEN attempts.since <= $3 THEN 1 ELSE attempts.n + 1 END
        RETURNING since, n";
    let (since, n): (i64, i64) = on!(tx, conn => {
        sqlx::query_as(SQL)
            .bind(key)
            .bind(now.0)
            .bind((now - window).0)
            .fetch_one(conn)
            .await?
    });
    Ok((n > limit).then_some(Timestamp(since) + window))
}

/// The try did no harm after all.
pub async fn give_back(tx: &mut Tx, key: &str) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE attempts SET n = n - 1 WHERE key = $1 AND n > 0")
            .bind(key)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn forget(tx: &mut Tx, key: &str) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM attempts WHERE key = $1").bind(key).execute(conn).await?;
    });
    Ok(())
}

pub async fn forget_older(tx: &mut Tx, than: Timestamp) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM attempts WHERE since < $1").bind(than.0).execute(conn).await?;
    });
    Ok(())
}
