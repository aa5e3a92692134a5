//! Trying a connector out.

use axum::extract::State;
use desk::Desk;
use domain::connector::page::Trial;
use domain::connector::{ConnectorKey, OperationKey};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::tickets::SightBody;

/// What is looked at.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewTrialBody {
    /// One that changes nothing over there.
    #[schema(min_length = 1, max_length = 40, examples("order"))]
    operation: String,
    /// Of the thing to be looked at.
    #[schema(min_length = 1, max_length = 64, pattern = r"\S", examples("884203117715"))]
    number: String,
}

/// What came back, and how it is understood.
#[derive(Serialize, ToSchema)]
pub(crate) struct TrialBody {
    /// Of HTTP; `null` when nothing came back.
    #[schema(examples(200))]
    status: Option<u16>,
    /// The beginning of what came back, as it came.
    said: String,
    sight: SightBody,
    took_ms: i64,
}

/// Try a connector out
///
/// One look at one thing, as a ticket would take it. Nothing is changed over there, and nothing is
/// kept here.
#[utoipa::path(post, path = "/connectors/{key}/trial", tag = "connectors",
    operation_id = "try_connector", request_body = NewTrialBody,
    params(("key" = String, Path, description = "The connector",
        pattern = "^[a-z0-9_-]{1,40}$")),
    responses((status = 200, description = "What came back", body = TrialBody)))]
pub(crate) async fn try_connector(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(key): Named<ConnectorKey>,
    Json(NewTrialBody { operation, number }): Json<NewTrialBody>,
) -> Result<axum::Json<TrialBody>, ApiError> {
    let operation = OperationKey(operation);
    Ok(axum::Json(desk.try_connector(&actor, &key, &operation, &number).await?.into()))
}

impl From<Trial> for TrialBody {
    fn from(Trial { status, said, sight, took }: Trial) -> Self {
        Self { status, said, sight: sight.into(), took_ms: took.0 }
    }
}
