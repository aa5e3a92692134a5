//! `/api/v1/calculators`: declared formulas, and the versions of them.

use axum::extract::State;
use axum::http::StatusCode;
use desk::Desk;
use domain::calculator::{CalculatorLine, CalculatorPage, VersionView};
use domain::id::CalculatorId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::list::ListBody;
use crate::moment::Moment;
use definition::DefinitionBody;
use places::refused;

mod definition;
mod places;

pub(crate) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(list_calculators, create_calculator))
        .routes(routes!(get_calculator, save_calculator))
        .routes(routes!(publish_calculator))
        .routes(routes!(offer_calculator))
        .routes(routes!(withdraw_calculator))
}

/// A calculator, in a line.
#[derive(Serialize, ToSchema)]
pub(crate) struct CalculatorLineBody {
    id: i64,
    #[schema(examples("赔付金额"))]
    name: String,
    /// When to use it.
    hint: String,
    /// The newest published version; `null` while there is none.
    version: Option<u32>,
    /// Tickets are offered it, once it has a version.
    offered: bool,
    /// There are changes nobody has published.
    draft: bool,
}

/// A calculator, whole.
#[derive(Serialize, ToSchema)]
pub(crate) struct CalculatorBody {
    id: i64,
    offered: bool,
    /// Send it back when saving, so that nobody's work is overwritten unseen.
    revision: i64,
    draft: DefinitionBody,
    /// Newest first.
    versions: Vec<VersionBody>,
}

/// A published version. It never changes.
#[derive(Serialize, ToSchema)]
pub(crate) struct VersionBody {
    version: u32,
    definition: DefinitionBody,
    note: Option<String>,
    by: Option<String>,
    at: Moment,
}

/// A changed draft.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SaveBody {
    /// The one that was seen.
    #[schema(minimum = 1, maximum = 999_999_999_999_999_i64)]
    revision: i64,
    draft: DefinitionBody,
}

/// What is published.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PublishBody {
    /// The draft that was seen.
    #[schema(minimum = 1, maximum = 999_999_999_999_999_i64)]
    revision: i64,
    /// Why.
    #[schema(max_length = 500)]
    note: Option<String>,
}

impl From<CalculatorLine> for CalculatorLineBody {
    fn from(line: CalculatorLine) -> Self {
        let CalculatorLine { id, name, hint, version, enabled, draft } = line;
        Self { id: id.0, name, hint, version, offered: enabled, draft }
    }
}

impl From<CalculatorPage> for CalculatorBody {
    fn from(page: CalculatorPage) -> Self {
        let CalculatorPage { id, enabled, revision, draft, versions } = page;
        let versions = versions.into_iter().map(Into::into).collect();
        Self { id: id.0, offered: enabled, revision, draft: draft.into(), versions }
    }
}

impl From<VersionView> for VersionBody {
    fn from(VersionView { version, def, note, by, at }: VersionView) -> Self {
        Self { version, definition: def.into(), note, by, at: at.into() }
    }
}

/// List the calculators.
#[utoipa::path(get, path = "/calculators", tag = "calculators", operation_id = "list_calculators",
    responses((status = 200, description = "All of them", body = ListBody<CalculatorLineBody>)))]
pub(crate) async fn list_calculators(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<axum::Json<ListBody<CalculatorLineBody>>, ApiError> {
    Ok(axum::Json(ListBody::whole(desk.calculators(&actor).await?)))
}

/// Declare a calculator. It is a draft until it is published.
#[utoipa::path(post, path = "/calculators", tag = "calculators",
    operation_id = "create_calculator", request_body = DefinitionBody,
    responses((status = 201, description = "The calculator", body = CalculatorBody)))]
pub(crate) async fn create_calculator(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Json(draft): Json<DefinitionBody>,
) -> Result<(StatusCode, axum::Json<CalculatorBody>), ApiError> {
    let id = desk.create_calculator(&actor, draft.into()).await.map_err(refused)?;
    let page = desk.calculator(&actor, id).await?;
    Ok((StatusCode::CREATED, axum::Json(page.into())))
}

/// Get a calculator with its draft and all its versions.
#[utoipa::path(get, path = "/calculators/{id}", tag = "calculators",
    operation_id = "get_calculator",
    params(("id" = i64, Path, description = "The calculator", minimum = 1)),
    responses((status = 200, description = "The calculator", body = CalculatorBody)))]
pub(crate) async fn get_calculator(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<CalculatorId>,
) -> Result<axum::Json<CalculatorBody>, ApiError> {
    Ok(axum::Json(desk.calculator(&actor, id).await?.into()))
}

/// Save a draft. 409 when somebody else saved one meanwhile.
#[utoipa::path(put, path = "/calculators/{id}", tag = "calculators",
    operation_id = "save_calculator", request_body = SaveBody,
    params(("id" = i64, Path, description = "The calculator", minimum = 1)),
    responses((status = 200, description = "The calculator", body = CalculatorBody)))]
pub(crate) async fn save_calculator(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<CalculatorId>,
    Json(SaveBody { revision, draft }): Json<SaveBody>,
) -> Result<axum::Json<CalculatorBody>, ApiError> {
    let saved = desk.save_calculator(&actor, id, revision, draft.into()).await;
    Ok(axum::Json(saved.map_err(refused)?.into()))
}

/// Publish the draft as a new version. 422 says everything that keeps it from being published,
/// examples that come out differently among it.
#[utoipa::path(post, path = "/calculators/{id}/publish", tag = "calculators",
    operation_id = "publish_calculator", request_body = PublishBody,
    params(("id" = i64, Path, description = "The calculator", minimum = 1)),
    responses((status = 200, description = "The calculator", body = CalculatorBody)))]
pub(crate) async fn publish_calculator(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<CalculatorId>,
    Json(PublishBody { revision, note }): Json<PublishBody>,
) -> Result<axum::Json<CalculatorBody>, ApiError> {
    let published = desk.publish_calculator(&actor, id, revision, note).await;
    Ok(axum::Json(published.map_err(refused)?.into()))
}

/// Offer a withdrawn calculator again.
#[utoipa::path(post, path = "/calculators/{id}/offer", tag = "calculators",
    operation_id = "offer_calculator",
    params(("id" = i64, Path, description = "The calculator", minimum = 1)),
    responses((status = 204, description = "Done")))]
pub(crate) async fn offer_calculator(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<CalculatorId>,
) -> Result<StatusCode, ApiError> {
    desk.offer_calculator(&actor, id, true).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Offer a calculator no longer; what was calculated with it stays.
#[utoipa::path(post, path = "/calculators/{id}/withdraw", tag = "calculators",
    operation_id = "withdraw_calculator",
    params(("id" = i64, Path, description = "The calculator", minimum = 1)),
    responses((status = 204, description = "Done")))]
pub(crate) async fn withdraw_calculator(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<CalculatorId>,
) -> Result<StatusCode, ApiError> {
    desk.offer_calculator(&actor, id, false).await?;
    Ok(StatusCode::NO_CONTENT)
}
