//! Rows of `flows`.

use domain::flow::Flow;
use domain::id::FlowId;

use crate::{Result, Tx, on, stored_json, to_json};

/// The flow every leaf has that names no other.
pub const STANDARD: FlowId = FlowId(1);

/// Keeps the flow under this id, unless there is one.
pub async fn keep(tx: &mut Tx, id: FlowId, name: &str, flow: &Flow) -> Result<()> {
    const SQL: &str =
        "INSERT INTO flows (id, name, flow) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
    let flow = to_json(flow)?;
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(id.0)
            .bind(name)
            .bind(&flow)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Every version of every flow.
pub async fn all(tx: &mut Tx) -> Result<Vec<(FlowId, Flow)>> {
    let rows: Vec<(i64, String)> =
        on!(tx, conn => sqlx::query_as("SELECT id, flow FROM flows").fetch_all(conn).await?);
    rows.into_iter().map(|(id, json)| Ok((FlowId(id), stored_json(&json)?))).collect()
}

pub async fn find(tx: &mut Tx, id: FlowId) -> Result<Option<Flow>> {
    let json: Option<String> = on!(tx, conn => {
        sqlx::query_scalar("SELECT flow FROM flows WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    json.map(|json| stored_json(&json)).transpose()
}
