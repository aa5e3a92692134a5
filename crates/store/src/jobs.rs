//! Rows of `jobs`: work promised inside a transaction and done after it.

use domain::job::{Job, Lane};
use domain::time::{Span, Timestamp};
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored_json, to_json};

#[derive(Clone, Debug)]
pub struct Claimed {
    pub id: i64,
    pub job: Job,
    pub attempts: i64,
}

pub async fn push(tx: &mut Tx, job: &Job, run_at: Timestamp) -> Result<()> {
    let json = to_json(job)?;
    on!(tx, conn => {
        sqlx::query("INSERT INTO jobs (job, run_at, lane) VALUES ($1, $2, $3)")
            .bind(&json)
            .bind(run_at.0)
            .bind(job.lane().code())
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Takes the oldest job that is due and leaves it locked for `lease`: if its worker dies, another
/// one takes it then. Only Postgres has other workers' locks to step around.
pub async fn claim(
    tx: &mut Tx,
    lane: Lane,
    now: Timestamp,
    lease: Span,
) -> Result<Option<Claimed>> {
    const SQLITE: &str = "UPDATE jobs SET locked_until = $2, attempts = attempts + 1 WHERE id = (
            SELECT id FROM jobs
            WHERE failed IS NULL AND lane = $3 AND run_at <= $1 AND locked_until <= $1
            ORDER BY run_at LIMIT 1
        ) RETURNING id, job, attempts";
    const POSTGRES: &str = "UPDATE jobs SET locked_until = $2, attempts = attempts + 1 WHERE id = (
            SELECT id FROM jobs
            WHERE failed IS NULL AND lane = $3 AND run_at <= $1 AND locked_until <= $1
            ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED
        ) RETURNING id, job, attempts";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as(sql)
            .bind(now.0)
            .bind((now + lease).0)
            .bind(lane.code())
            .fetch_optional(conn)
            .await?
    });
    row.map(Claimed::try_from).transpose()
}

/// Keeps it locked until then, for whoever takes longer.
pub async fn hold(tx: &mut Tx, id: i64, until: Timestamp) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE jobs SET locked_until = $2 WHERE id = $1")
            .bind(id)
            .bind(until.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn finish(tx: &mut Tx, id: i64) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM jobs WHERE id = $1").bind(id).execute(conn).await?;
    });
    Ok(())
}

pub async fn retry(tx: &mut Tx, id: i64, at: Timestamp) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE jobs SET run_at = $2, locked_until = 0 WHERE id = $1")
            .bind(id)
            .bind(at.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Keeps it, with the reason, and never tries again.
pub async fn give_up(tx: &mut Tx, id: i64, why: &str) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE jobs SET failed = $2 WHERE id = $1")
            .bind(id)
            .bind(why)
            .execute(conn)
            .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    job: String,
    attempts: i64,
}

impl TryFrom<Row> for Claimed {
    type Error = StoreError;

    fn try_from(Row { id, job, attempts }: Row) -> Result<Self> {
        Ok(Self { id, job: stored_json(&job)?, attempts })
    }
}
