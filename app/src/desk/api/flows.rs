//! Flows, as administrators make them.

use domain::flow::Flow;
use domain::flow::page::{FlowLine, FlowPage, Saved};
use domain::id::{CategoryId, FlowId};
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn flows() -> Result<Vec<FlowLine>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.flows(&me).await?)
}

#[server(protocol = Json)]
pub async fn open_flow(flow: FlowId) -> Result<FlowPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.flow_page(&me, flow).await?)
}

#[server(protocol = Json)]
pub async fn create_flow(name: String) -> Result<FlowId, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.create_flow(&me, &name).await?)
}

#[server(protocol = Json)]
pub async fn rename_flow(flow: FlowId, name: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.rename_flow(&me, flow, &name).await?)
}

/// `Conflict` when somebody else saved after `seen`.
#[server(protocol = Json)]
pub async fn save_flow(
    flow: FlowId,
    draft: Option<Flow>,
    seen: Option<Timestamp>,
) -> Result<Saved, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.save_flow_seen(&me, flow, draft, seen).await?)
}

#[server(protocol = Json)]
pub async fn publish_flow(
    flow: FlowId,
    note: Option<String>,
    seen: Option<Timestamp>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.publish_flow_seen(&me, flow, note, seen).await.map(drop)?)
}

#[server(protocol = Json)]
pub async fn run_flow_in(flow: FlowId, leaves: Vec<CategoryId>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.run_flow_only_in(&me, flow, &leaves).await?)
}

/// The text of the file.
#[server(protocol = Json)]
pub async fn export_flow(flow: FlowId) -> Result<String, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let file = desk.export_flow(&me, flow).await?;
    serde_json::to_string_pretty(&file).map_err(|_| AppError::Ours)
}

/// Takes the text of a file; it becomes the draft.
#[server(protocol = Json)]
pub async fn import_flow(flow: FlowId, text: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.import_flow_text(&me, flow, &text).await?)
}
