//! Rows of `flows` and of `flow_versions`.

use domain::flow::Flow;
use domain::id::{AgentId, FlowId, FlowVersionId};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored, stored_json, to_json};

/// The flow every leaf has that names no other.
pub const STANDARD: FlowId = FlowId(1);

/// A flow as an administrator finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowRow {
    pub id: FlowId,
    pub name: String,
    pub current: Option<FlowVersionId>,
    pub draft: Option<Flow>,
    pub saved_by: Option<AgentId>,
    pub saved_at: Option<Timestamp>,
}

/// A published version, without its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    pub id: FlowVersionId,
    pub number: u32,
    pub note: Option<String>,
    pub published_by: Option<AgentId>,
    pub published_at: Option<Timestamp>,
}

/// What is published, why, by whom and when.
#[derive(Clone, Copy, Debug)]
pub struct Publication<'a> {
    pub flow: &'a Flow,
    pub note: Option<&'a str>,
    pub by: Option<AgentId>,
    pub at: Timestamp,
}

/// Keeps the standard flow, unless there is one.
pub async fn keep_standard(tx: &mut Tx, name: &str, flow: &Flow) -> Result<()> {
    const FLOW: &str = "INSERT INTO flows (id, name) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    const VERSION: &str = "INSERT INTO flow_versions (id, flow, number, definition)
        VALUES ($1, $1, 1, $2) ON CONFLICT (id) DO NOTHING";
    const CURRENT: &str = "UPDATE flows SET current = $1 WHERE id = $1 AND current IS NULL";
    let definition = to_json(flow)?;
    on!(tx, conn => {
        sqlx::query(FLOW).bind(STANDARD.0).bind(name).execute(&mut *conn).await?;
        sqlx::query(VERSION).bind(STANDARD.0).bind(&definition).execute(&mut *conn).await?;
        sqlx::query(CURRENT).bind(STANDARD.0).execute(&mut *conn).await?;
    });
    Ok(())
}

/// A new flow, without a version.
pub async fn insert(tx: &mut Tx, name: &str) -> Result<FlowId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar("INSERT INTO flows (name) VALUES ($1) RETURNING id")
            .bind(name)
            .fetch_one(conn)
            .await?
    });
    Ok(FlowId(id))
}

pub async fn rename(tx: &mut Tx, id: FlowId, name: &str) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE flows SET name = $2 WHERE id = $1")
            .bind(id.0)
            .bind(name)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Keeps what is being worked on; `None` throws it away. `false` when somebody else saved after
/// `known` was read.
pub async fn save_draft(
    tx: &mut Tx,
    known: &FlowRow,
    draft: Option<&Flow>,
    by: Option<AgentId>,
    at: Timestamp,
) -> Result<bool> {
    const SQL: &str = "UPDATE flows SET draft = $2, saved_by = $3, saved_at = $4
        WHERE id = $1 AND saved_at IS NOT DISTINCT FROM $5";
    let draft = draft.map(to_json).transpose()?;
    let saved = on!(tx, conn => {
        sqlx::query(SQL)
            .bind(known.id.0)
            .bind(draft.as_deref())
            .bind(by.map(|id| id.0))
            .bind(at.0)
            .bind(known.saved_at.map(|at| at.0))
            .execute(conn)
            .await?
            .rows_affected()
    });
    Ok(saved > 0)
}

/// Makes a new version the one new tickets begin with. The draft has become it. `None` when
/// somebody else saved after `known` was read.
pub async fn publish(
    tx: &mut Tx,
    known: &FlowRow,
    new: Publication<'_>,
) -> Result<Option<FlowVersionId>> {
    const CURRENT: &str =
        "UPDATE flows SET current = $2, draft = NULL, saved_by = $3, saved_at = $4
        WHERE id = $1 AND saved_at IS NOT DISTINCT FROM $5";
    const SQL: &str = "INSERT INTO flow_versions
            (flow, number, definition, note, published_by, published_at)
        VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM flow_versions WHERE flow = $1),
            $2, $3, $4, $5)
        RETURNING id";
    let definition = to_json(new.flow)?;
    let version: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(known.id.0)
            .bind(&definition)
            .bind(new.note)
            .bind(new.by.map(|id| id.0))
            .bind(new.at.0)
            .fetch_one(conn)
            .await?
    });
    let published = on!(tx, conn => {
        sqlx::query(CURRENT)
            .bind(known.id.0)
            .bind(version)
            .bind(new.by.map(|id| id.0))
            .bind(new.at.0)
            .bind(known.saved_at.map(|at| at.0))
            .execute(conn)
            .await?
            .rows_affected()
    });
    Ok((published > 0).then_some(FlowVersionId(version)))
}

/// Every version of every flow.
pub async fn versions(tx: &mut Tx) -> Result<Vec<(FlowVersionId, Flow)>> {
    const SQL: &str = "SELECT id, definition FROM flow_versions";
    let rows: Vec<(i64, String)> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    rows.into_iter().map(|(id, json)| Ok((FlowVersionId(id), stored_json(&json)?))).collect()
}

pub async fn version(tx: &mut Tx, id: FlowVersionId) -> Result<Option<Flow>> {
    let json: Option<String> = on!(tx, conn => {
        sqlx::query_scalar("SELECT definition FROM flow_versions WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    json.map(|json| stored_json(&json)).transpose()
}

/// Newest first.
pub async fn history(tx: &mut Tx, id: FlowId) -> Result<Vec<VersionRow>> {
    const SQL: &str = "SELECT id, number, note, published_by, published_at FROM flow_versions
        WHERE flow = $1 ORDER BY number DESC";
    let rows: Vec<VersionColumns> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_all(conn).await?);
    rows.into_iter().map(VersionRow::try_from).collect()
}

pub async fn all(tx: &mut Tx) -> Result<Vec<FlowRow>> {
    const SQL: &str =
        "SELECT id, name, current, draft, saved_by, saved_at FROM flows ORDER BY name, id";
    let rows: Vec<Columns> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    rows.into_iter().map(FlowRow::try_from).collect()
}

pub async fn find(tx: &mut Tx, id: FlowId) -> Result<Option<FlowRow>> {
    const SQL: &str =
        "SELECT id, name, current, draft, saved_by, saved_at FROM flows WHERE id = $1";
    let row: Option<Columns> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(FlowRow::try_from).transpose()
}

#[derive(FromRow)]
struct Columns {
    id: i64,
    name: String,
    current: Option<i64>,
    draft: Option<String>,
    saved_by: Option<i64>,
    saved_at: Option<i64>,
}

impl TryFrom<Columns> for FlowRow {
    type Error = StoreError;

    fn try_from(row: Columns) -> Result<Self> {
        let Columns { id, name, current, draft, saved_by, saved_at } = row;
        Ok(Self {
            id: FlowId(id),
            name,
            current: current.map(FlowVersionId),
            draft: draft.map(|json| stored_json(&json)).transpose()?,
            saved_by: saved_by.map(AgentId),
            saved_at: saved_at.map(Timestamp),
        })
    }
}

#[derive(FromRow)]
struct VersionColumns {
    id: i64,
    number: i64,
    note: Option<String>,
    published_by: Option<i64>,
    published_at: Option<i64>,
}

impl TryFrom<VersionColumns> for VersionRow {
    type Error = StoreError;

    fn try_from(row: VersionColumns) -> Result<Self> {
        let VersionColumns { id, number, note, published_by, published_at } = row;
        Ok(Self {
            id: FlowVersionId(id),
            number: stored(number)?,
            note,
            published_by: published_by.map(AgentId),
            published_at: published_at.map(Timestamp),
        })
    }
}
