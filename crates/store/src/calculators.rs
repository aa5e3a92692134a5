//! Rows of `calculators` and of `calculator_versions`.

use domain::calculator::{CalculatorDef, VersionView};
use domain::id::{AgentId, CalculatorId};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored, stored_json, to_json};

/// A calculator, whatever becomes of its draft.
#[derive(Clone, Debug)]
pub struct Kept {
    pub id: CalculatorId,
    pub enabled: bool,
    pub draft: CalculatorDef,
    pub revision: i64,
    pub version: Option<u32>,
}

/// A version about to be published.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    pub calculator: CalculatorId,
    pub version: u32,
    pub def: &'a CalculatorDef,
    pub note: Option<&'a str>,
    pub by: Option<AgentId>,
    pub at: Timestamp,
}

pub async fn insert(tx: &mut Tx, draft: &CalculatorDef) -> Result<CalculatorId> {
    let draft = to_json(draft)?;
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(
            "INSERT INTO calculators (enabled, draft, revision) VALUES ($1, $2, 1) RETURNING id",
        )
        .bind(true)
        .bind(&draft)
        .fetch_one(conn)
        .await?
    });
    Ok(CalculatorId(id))
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT id, enabled, draft, revision, version FROM calculators ORDER BY id")
            .fetch_all(conn)
            .await?
    });
    rows.into_iter().map(Kept::try_from).collect()
}

pub async fn find(tx: &mut Tx, id: CalculatorId) -> Result<Option<Kept>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, enabled, draft, revision, version FROM calculators WHERE id = $1",
        )
        .bind(id.0)
        .fetch_optional(conn)
        .await?
    });
    row.map(Kept::try_from).transpose()
}

/// Keeps the draft of whoever saw `revision`, and says whether they were the last to change it.
pub async fn save_draft(
    tx: &mut Tx,
    id: CalculatorId,
    revision: i64,
    draft: &CalculatorDef,
) -> Result<bool> {
    let draft = to_json(draft)?;
    let saved = on!(tx, conn => {
        sqlx::query(
            "UPDATE calculators SET draft = $3, revision = revision + 1
             WHERE id = $1 AND revision = $2",
        )
        .bind(id.0)
        .bind(revision)
        .bind(&draft)
        .execute(conn)
        .await?
        .rows_affected()
    });
    Ok(saved == 1)
}

pub async fn set_enabled(tx: &mut Tx, id: CalculatorId, enabled: bool) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE calculators SET enabled = $2 WHERE id = $1")
            .bind(id.0)
            .bind(enabled)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn publish(tx: &mut Tx, new: NewVersion<'_>) -> Result<()> {
    const VERSION: &str = "INSERT INTO calculator_versions
            (calculator, version, definition, note, published_by, published_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let definition = to_json(new.def)?;
    on!(tx, conn => {
        sqlx::query(VERSION)
            .bind(new.calculator.0)
            .bind(i64::from(new.version))
            .bind(&definition)
            .bind(new.note)
            .bind(new.by.map(|agent| agent.0))
            .bind(new.at.0)
            .execute(&mut *conn)
            .await?;
        sqlx::query("UPDATE calculators SET version = $2 WHERE id = $1")
            .bind(new.calculator.0)
            .bind(i64::from(new.version))
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// One version of one calculator.
pub async fn version(tx: &mut Tx, id: CalculatorId, version: u32) -> Result<Option<CalculatorDef>> {
    let definition: Option<String> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT definition FROM calculator_versions WHERE calculator = $1 AND version = $2",
        )
        .bind(id.0)
        .bind(i64::from(version))
        .fetch_optional(conn)
        .await?
    });
    definition.as_deref().map(stored_json).transpose()
}

/// Newest first.
pub async fn versions(tx: &mut Tx, id: CalculatorId) -> Result<Vec<VersionView>> {
    const SQL: &str = "SELECT v.version, v.definition, v.note, a.name AS by_name, v.published_at
        FROM calculator_versions v LEFT JOIN agents a ON a.id = v.published_by
        WHERE v.calculator = $1 ORDER BY v.version DESC";
    let rows: Vec<VersionRow> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_all(conn).await?);
    rows.into_iter().map(VersionView::try_from).collect()
}

/// The newest version of each calculator that tickets may be offered.
pub async fn offered(tx: &mut Tx) -> Result<Vec<(CalculatorId, u32, CalculatorDef)>> {
    const SQL: &str = "SELECT c.id, v.version, v.definition FROM calculators c
        JOIN calculator_versions v ON v.calculator = c.id AND v.version = c.version
        WHERE c.enabled ORDER BY c.id";
    let rows: Vec<(i64, i64, String)> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    let offered = |(id, version, definition): (i64, i64, String)| {
        Ok((CalculatorId(id), stored(version)?, stored_json(&definition)?))
    };
    rows.into_iter().map(offered).collect()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    enabled: bool,
    draft: String,
    revision: i64,
    version: Option<i64>,
}

impl TryFrom<Row> for Kept {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, enabled, draft, revision, version } = row;
        let version = version.map(stored).transpose()?;
        Ok(Self { id: CalculatorId(id), enabled, draft: stored_json(&draft)?, revision, version })
    }
}

#[derive(FromRow)]
struct VersionRow {
    version: i64,
    definition: String,
    note: Option<String>,
    by_name: Option<String>,
    published_at: i64,
}

impl TryFrom<VersionRow> for VersionView {
    type Error = StoreError;

    fn try_from(row: VersionRow) -> Result<Self> {
        let VersionRow { version, definition, note, by_name, published_at } = row;
        Ok(Self {
            version: stored(version)?,
            def: stored_json(&definition)?,
            note,
            by: by_name,
            at: Timestamp(published_at),
        })
    }
}
