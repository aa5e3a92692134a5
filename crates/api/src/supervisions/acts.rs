//! What is done with a supervision: the supervised side answers, whoever laid it lifts it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::{Desk, DeskError};
use domain::actor::Actor;
use domain::id::SupervisionId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::SupervisionDetailBody;
use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::words::ReportWord;

/// How far it is.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReportBody {
    #[schema(min_length = 1, max_length = 2000, pattern = r"\S", examples("仓库今晚发货"))]
    report: String,
    /// Without it, `progress`. After an `answer` nothing is due any more, and it waits to be lifted.
    kind: Option<ReportWord>,
}

/// Why it ends.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct LiftBody {
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// Say that it was read; once for each level.
#[utoipa::path(post, path = "/supervisions/{id}/acknowledge", tag = "supervisions",
    operation_id = "acknowledge_supervision",
    params(("id" = i64, Path, description = "The supervision", minimum = 1)),
    responses((status = 200, description = "As it is now", body = SupervisionDetailBody),
        (status = 204, description = "Done, and out of your sight from now on")))]
pub(crate) async fn acknowledge_supervision(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<SupervisionId>,
) -> Result<Response, ApiError> {
    desk.acknowledge_supervision(&actor, id).await?;
    answer(&desk, &actor, id).await
}

/// Say how far it is, or that it is done.
#[utoipa::path(post, path = "/supervisions/{id}/report", tag = "supervisions",
    operation_id = "report_supervision", request_body = ReportBody,
    params(("id" = i64, Path, description = "The supervision", minimum = 1)),
    responses((status = 200, description = "As it is now", body = SupervisionDetailBody),
        (status = 204, description = "Done, and out of your sight from now on")))]
pub(crate) async fn report_supervision(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<SupervisionId>,
    Json(ReportBody { report, kind }): Json<ReportBody>,
) -> Result<Response, ApiError> {
    let kind = kind.unwrap_or(ReportWord::Progress).into();
    desk.report_on_supervision(&actor, id, kind, report).await?;
    answer(&desk, &actor, id).await
}

/// End it. Only its issuer, their superiors or an administrator can.
#[utoipa::path(post, path = "/supervisions/{id}/lift", tag = "supervisions",
    operation_id = "lift_supervision", request_body = Option<LiftBody>,
    params(("id" = i64, Path, description = "The supervision", minimum = 1)),
    responses((status = 200, description = "As it is now", body = SupervisionDetailBody),
        (status = 204, description = "Done, and out of your sight from now on")))]
pub(crate) async fn lift_supervision(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<SupervisionId>,
    Json(LiftBody { note }): Json<LiftBody>,
) -> Result<Response, ApiError> {
    desk.lift_supervision(&actor, id, note).await?;
    answer(&desk, &actor, id).await
}

/// It was done, whatever comes.
async fn answer(desk: &Desk, actor: &Actor, id: SupervisionId) -> Result<Response, ApiError> {
    match desk.supervision(actor, id).await {
        Ok(page) => Ok(axum::Json(SupervisionDetailBody::from(page)).into_response()),
        Err(DeskError::NotFound) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(error) => Err(error.into()),
    }
}
