//! What can be done with a ticket. Its state follows from that; nobody sets it.

use axum::extract::State;
use axum::response::Response;
use desk::{Desk, WaitPlan};
use domain::id::TicketId;
use domain::ticket::{ResolutionCode, WaitFor};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::moment::Moment;
use crate::reference::Receiver;
use crate::tickets::{TicketBody, answer};
use crate::words::{ResolutionWord, WaitForWord};

/// How the matter ended.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct ResolveBody {
    /// Without it: `solved`.
    code: Option<ResolutionWord>,
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// Why it is not over.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct ReopenBody {
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// What is waited for.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct WaitBody {
    /// Without it: the customer, or the time when there is a `wake_at`.
    r#for: Option<WaitForWord>,
    #[serde(default)]
    #[schema(
        required,
        min_length = 1,
        max_length = 500,
        pattern = r"\S",
        examples("等客户补充付款截图")
    )]
    reason: String,
    /// When it comes back by itself.
    wake_at: Option<Moment>,
}

/// Whom it is handed to.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct TransferBody {
    #[serde(flatten)]
    to: Receiver,
    /// What whoever gets it should know.
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// Why it is handed up.
#[derive(Deserialize, ToSchema)]
pub(crate) struct EscalateBody {
    /// What the group that gets it should know.
    #[schema(min_length = 1, max_length = 500)]
    note: String,
}

impl ResolveBody {
    pub fn code(&self) -> ResolutionCode {
        self.code.map_or(ResolutionCode::Solved, Into::into)
    }
}

impl WaitBody {
    pub fn plan(self) -> WaitPlan {
        let guess = if self.wake_at.is_some() { WaitFor::Time } else { WaitFor::Customer };
        WaitPlan {
            wait_for: self.r#for.map_or(guess, Into::into),
            reason: self.reason,
            wake_at: self.wake_at.map(Into::into),
        }
    }
}

/// Resolve a ticket: every open step of its flow is finished, and the customer is asked whether it
/// is solved.
#[utoipa::path(post, path = "/tickets/{number}/resolve", tag = "actions",
    operation_id = "resolve_ticket", request_body = Option<ResolveBody>,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn resolve_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(body): Json<ResolveBody>,
) -> Result<Response, ApiError> {
    desk.resolve(&actor, ticket, body.code(), body.note).await?;
    answer(&desk, &actor, ticket).await
}

/// Reopen a ticket: it was not solved.
#[utoipa::path(post, path = "/tickets/{number}/reopen", tag = "actions",
    operation_id = "reopen_ticket", request_body = Option<ReopenBody>,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn reopen_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(ReopenBody { reason }): Json<ReopenBody>,
) -> Result<Response, ApiError> {
    desk.reopen(&actor, ticket, reason).await?;
    answer(&desk, &actor, ticket).await
}

/// Put a ticket aside until somebody outside acts, or a time comes.
#[utoipa::path(post, path = "/tickets/{number}/wait", tag = "actions",
    operation_id = "wait_ticket", request_body = WaitBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn wait_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(body): Json<WaitBody>,
) -> Result<Response, ApiError> {
    desk.wait(&actor, ticket, body.plan()).await?;
    answer(&desk, &actor, ticket).await
}

/// Take a waiting ticket back to work before its time.
#[utoipa::path(post, path = "/tickets/{number}/resume", tag = "actions",
    operation_id = "resume_ticket",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn resume_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<Response, ApiError> {
    desk.resume(&actor, ticket).await?;
    answer(&desk, &actor, ticket).await
}

/// Hand a ticket to a group's queue, or to a person.
#[utoipa::path(post, path = "/tickets/{number}/transfer", tag = "actions",
    operation_id = "transfer_ticket", request_body = TransferBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody),
        (status = 204, description = "Done, and no longer yours to read")))]
pub(crate) async fn transfer_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(TransferBody { to, note }): Json<TransferBody>,
) -> Result<Response, ApiError> {
    let (group, agent) = to.find(&desk, &actor).await?;
    desk.transfer(&actor, ticket, group, agent, note).await?;
    answer(&desk, &actor, ticket).await
}

/// Hand up what the group cannot solve: to the group it escalates to, one priority higher.
#[utoipa::path(post, path = "/tickets/{number}/escalate", tag = "actions",
    operation_id = "escalate_ticket", request_body = EscalateBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody),
        (status = 204, description = "Done, and no longer yours to read")))]
pub(crate) async fn escalate_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(EscalateBody { note }): Json<EscalateBody>,
) -> Result<Response, ApiError> {
    desk.escalate(&actor, ticket, note).await?;
    answer(&desk, &actor, ticket).await
}

/// Remind whoever has the ticket; at most once an hour.
#[utoipa::path(post, path = "/tickets/{number}/urge", tag = "actions",
    operation_id = "urge_ticket",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn urge_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<Response, ApiError> {
    desk.urge(&actor, ticket).await?;
    answer(&desk, &actor, ticket).await
}

/// Close a resolved ticket: nothing more will come.
#[utoipa::path(post, path = "/tickets/{number}/close", tag = "actions",
    operation_id = "close_ticket",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket as it is now", body = TicketBody)))]
pub(crate) async fn close_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<Response, ApiError> {
    desk.close(&actor, ticket).await?;
    answer(&desk, &actor, ticket).await
}
