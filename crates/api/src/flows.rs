//! `/api/v1/flows`: how tickets move, for programs that keep flows beside their own settings.
//!
//! Every operation here is an administrator's.

mod conditions;
mod kinds;
mod owners;
mod problems;
mod steps;

use axum::Json;
use axum::extract::State;
use desk::{Desk, DeskError};
use domain::flow::page::{FlowLine, FlowPage, VersionLine};
use domain::id::FlowId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json as Body, Named};
use crate::list::ListBody;
use crate::moment::Moment;
use problems::FlowProblemBody;
use steps::FlowBody;

/// A flow in the list of all.
#[derive(Serialize, ToSchema)]
pub(crate) struct FlowLineBody {
    id: i64,
    #[schema(examples("赔付流程"))]
    name: String,
    /// The version new tickets begin with; `null` until it is published.
    version: Option<u32>,
    steps: usize,
    /// Something is being worked on that is not published.
    has_draft: bool,
    /// The paths of the leaves whose tickets run it.
    #[schema(examples(json!(["投诉 / 已购买 / 商家售假"])))]
    categories: Vec<String>,
}

/// A flow, as it is published and as it is being worked on.
#[derive(Serialize, ToSchema)]
pub(crate) struct FlowPageBody {
    id: i64,
    name: String,
    /// What new tickets begin with.
    published: Option<FlowBody>,
    /// What is being worked on; what is published, where nothing is.
    draft: FlowBody,
    has_draft: bool,
    saved_by: Option<String>,
    /// Send it as `seen` with what you change.
    saved_at: Option<Moment>,
    /// What keeps the draft from being published.
    problems: Vec<FlowProblemBody>,
    versions: Vec<VersionBody>,
    category_ids: Vec<i64>,
}

/// A published version.
#[derive(Serialize, ToSchema)]
#[schema(as = FlowVersionBody)]
pub(crate) struct VersionBody {
    number: u32,
    note: Option<String>,
    by: Option<String>,
    at: Option<Moment>,
}

/// A draft to keep, sound or not.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DraftBody {
    flow: FlowBody,
    /// `saved_at` as it was when you looked. Without it, whatever is there is replaced.
    seen: Option<Moment>,
}

/// What is to be known after a draft was kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct SavedBody {
    saved_at: Option<Moment>,
    problems: Vec<FlowProblemBody>,
}

/// Why there is a new version.
#[derive(Default, Deserialize, ToSchema)]
#[schema(as = FlowPublishBody)]
pub(crate) struct PublishBody {
    #[schema(max_length = 500)]
    note: Option<String>,
    /// `saved_at` as it was when you looked. Without it, whatever is there is published.
    seen: Option<Moment>,
}

impl From<FlowLine> for FlowLineBody {
    fn from(line: FlowLine) -> Self {
        let FlowLine { id, name, number, steps, has_draft, categories } = line;
        Self { id: id.0, name, version: number, steps, has_draft, categories }
    }
}

impl From<FlowPage> for FlowPageBody {
    fn from(page: FlowPage) -> Self {
        let FlowPage { id, name, current, draft, has_draft, saved_by, saved_at, .. } = page;
        Self {
            id: id.0,
            name,
            published: current.map(Into::into),
            draft: draft.into(),
            has_draft,
            saved_by,
            saved_at: saved_at.map(Into::into),
            problems: page.problems.into_iter().map(Into::into).collect(),
            versions: page.versions.into_iter().map(Into::into).collect(),
            category_ids: page.categories.into_iter().map(|id| id.0).collect(),
        }
    }
}

impl From<VersionLine> for VersionBody {
    fn from(VersionLine { id: _, number, note, by, at }: VersionLine) -> Self {
        Self { number, note, by, at: at.map(Into::into) }
    }
}

/// List the flows.
#[utoipa::path(get, path = "/flows", tag = "flows", operation_id = "list_flows",
    responses((status = 200, description = "All of them", body = ListBody<FlowLineBody>)))]
pub(crate) async fn list_flows(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<ListBody<FlowLineBody>>, ApiError> {
    Ok(Json(ListBody::whole(desk.flows(&actor).await?)))
}

/// Read a flow: what is published, and what is being worked on.
#[utoipa::path(get, path = "/flows/{id}", tag = "flows", operation_id = "get_flow",
    params(("id" = i64, Path, description = "The flow", minimum = 1)),
    responses((status = 200, description = "The flow", body = FlowPageBody)))]
pub(crate) async fn get_flow(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(flow): Named<FlowId>,
) -> Result<Json<FlowPageBody>, ApiError> {
    Ok(Json(desk.flow_page(&actor, flow).await?.into()))
}

/// Keep a draft of a flow. Nothing changes for tickets until it is published.
#[utoipa::path(put, path = "/flows/{id}/draft", tag = "flows", operation_id = "put_flow_draft",
    params(("id" = i64, Path, description = "The flow", minimum = 1)),
    responses((status = 200, description = "What keeps it from being published", body = SavedBody)))]
pub(crate) async fn put_flow_draft(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(flow): Named<FlowId>,
    Body(body): Body<DraftBody>,
) -> Result<Json<SavedBody>, ApiError> {
    let DraftBody { flow: draft, seen } = body;
    let seen = match seen {
        Some(seen) => Some(seen.into()),
        None => desk.flow_page(&actor, flow).await?.saved_at,
    };
    let saved = desk.save_flow_seen(&actor, flow, Some(draft.into()), seen).await?;
    Ok(Json(SavedBody {
        saved_at: saved.at.map(Into::into),
        problems: saved.problems.into_iter().map(Into::into).collect(),
    }))
}

/// Publish the draft of a flow: new tickets begin with it, running ones keep their version.
#[utoipa::path(post, path = "/flows/{id}/publish", tag = "flows", operation_id = "publish_flow",
    params(("id" = i64, Path, description = "The flow", minimum = 1)),
    request_body = Option<PublishBody>,
    responses((status = 200, description = "The flow as it is now", body = FlowPageBody)))]
pub(crate) async fn publish_flow(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(flow): Named<FlowId>,
    Body(body): Body<PublishBody>,
) -> Result<Json<FlowPageBody>, ApiError> {
    let PublishBody { note, seen } = body;
    let published = match seen {
        Some(seen) => desk.publish_flow_seen(&actor, flow, note, Some(seen.into())).await,
        None => desk.publish_flow(&actor, flow, note).await,
    };
    let page = desk.flow_page(&actor, flow).await?;
    match published {
        Ok(_) => Ok(Json(page.into())),
        Err(DeskError::Invalid(flaws)) if flaws.of("flow").is_some() => {
            Err(problems::refusal(page))
        }
        Err(error) => Err(error.into()),
    }
}
