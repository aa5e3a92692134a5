//! Merging, splitting and linking tickets.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use desk::Desk;
use domain::id::{MessageId, TicketId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::reference::{IdRef, NumberRef};
use crate::tickets::{TicketBody, answer};
use crate::words::LinkWord;

/// Where it goes on.
#[derive(Deserialize, ToSchema)]
pub(crate) struct MergeBody {
    into: NumberRef,
}

/// Which message becomes a ticket of its own.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SplitBody {
    message: IdRef,
    #[schema(min_length = 1, max_length = 200, pattern = r"\S", examples("另一个问题"))]
    subject: String,
}

/// The new ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct SplitOffBody {
    id: i64,
    #[schema(examples("GD-20417"))]
    number: String,
}

/// Which other ticket, and how it belongs to this one.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LinkBody {
    to: NumberRef,
    /// Without it: `related`.
    kind: Option<LinkWord>,
}

impl LinkBody {
    fn kind(&self) -> domain::ticket::LinkKind {
        self.kind.unwrap_or(LinkWord::Related).into()
    }
}

/// Merge a ticket into another: it goes on there.
#[utoipa::path(post, path = "/tickets/{number}/merge", tag = "actions",
    operation_id = "merge_ticket", request_body = MergeBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The merged ticket as it is now", body = TicketBody)))]
pub(crate) async fn merge_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(MergeBody { into }): Json<MergeBody>,
) -> Result<Response, ApiError> {
    desk.merge(&actor, ticket, into.0).await?;
    answer(&desk, &actor, ticket).await
}

/// Make a second matter in one message a ticket of its own.
#[utoipa::path(post, path = "/tickets/{number}/split", tag = "actions",
    operation_id = "split_ticket", request_body = SplitBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 201, description = "The new ticket", body = SplitOffBody,
        headers(("Location" = String, description = "Where the new ticket is")))))]
pub(crate) async fn split_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(SplitBody { message, subject }): Json<SplitBody>,
) -> Result<impl IntoResponse, ApiError> {
    let id = desk.split(&actor, ticket, MessageId(message.0), subject).await?;
    let number = id.number().to_string();
    let place = [(LOCATION, format!("/api/v1/tickets/{number}"))];
    Ok((StatusCode::CREATED, place, axum::Json(SplitOffBody { id: id.0, number })))
}

/// Link a ticket to another.
#[utoipa::path(post, path = "/tickets/{number}/link", tag = "actions",
    operation_id = "link_ticket", request_body = LinkBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn link_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(body): Json<LinkBody>,
) -> Result<Response, ApiError> {
    desk.link(&actor, ticket, body.to.0, body.kind()).await?;
    answer(&desk, &actor, ticket).await
}

/// Take a link away.
#[utoipa::path(post, path = "/tickets/{number}/unlink", tag = "actions",
    operation_id = "unlink_ticket", request_body = LinkBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn unlink_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(body): Json<LinkBody>,
) -> Result<Response, ApiError> {
    desk.unlink(&actor, ticket, body.to.0, body.kind()).await?;
    answer(&desk, &actor, ticket).await
}
