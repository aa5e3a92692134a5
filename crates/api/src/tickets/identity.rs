//! Whether whoever asks is who they say.

use axum::extract::State;
use axum::response::Response;
use desk::Desk;
use domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::tickets::{TicketBody, answer};
use crate::words::{IdentityMethodWord, IdentityResultWord};

/// How somebody was asked to prove who they are, and how that went.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityBody {
    method: IdentityMethodWord,
    result: IdentityResultWord,
}

/// Record that the customer was asked to prove who they are. The newest check is the one that
/// counts; a passed one stands for a day.
#[utoipa::path(post, path = "/tickets/{number}/identity-checks", tag = "actions",
    operation_id = "check_identity", request_body = IdentityBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn check_identity(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(IdentityBody { method, result }): Json<IdentityBody>,
) -> Result<Response, ApiError> {
    desk.check_identity(&actor, ticket, method.into(), result.into()).await?;
    answer(&desk, &actor, ticket).await
}
