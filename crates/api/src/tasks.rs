//! `/api/v1/tasks/{id}/…`: taking, finishing and returning work.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use desk::{Completion, Desk};
use domain::event::Told;
use domain::flow::Outcome;
use domain::id::{AttachmentId, TaskId};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::moment::Moment;
use crate::tickets::{TicketBody, answer};

/// How a task was finished.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct CompleteBody {
    /// What was done, for whoever comes next.
    #[schema(max_length = 500)]
    note: Option<String>,
    /// Where the step is about telling the customer: how that went.
    told: Option<ToldBody>,
    /// How it ended, where there is more than one way: `approved`, `refused`, an answer's word.
    #[schema(max_length = 40)]
    outcome: Option<String>,
    /// Field key → value, for the fields the step asks for.
    #[serde(default)]
    fields: BTreeMap<String, String>,
    /// Uploaded files that prove it.
    #[serde(default)]
    attachments: Vec<i64>,
}

/// How telling the customer went.
#[derive(Clone, Copy, Deserialize, ToSchema)]
pub(crate) struct ToldBody {
    outcome: ToldWord,
    /// When to call again, for `call_back`.
    at: Option<Moment>,
}

/// How telling the customer went, in a word.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ToldWord {
    Told,
    Unreachable,
    CallBack,
}

/// Why a task is returned.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SendBackBody {
    #[schema(min_length = 1, max_length = 500, pattern = r"\S", examples("缺少订单号，请补充"))]
    reason: String,
}

impl ToldBody {
    fn read(self) -> Result<Told, ApiError> {
        match (self.outcome, self.at) {
            (ToldWord::Told, _) => Ok(Told::Told),
            (ToldWord::Unreachable, _) => Ok(Told::Unreachable),
            (ToldWord::CallBack, Some(at)) => Ok(Told::CallBack { at: at.into() }),
            (ToldWord::CallBack, None) => {
                Err(ApiError::invalid("told.at", domain::invalid::Flaw::Blank))
            }
        }
    }
}

/// Take a task from the queue.
#[utoipa::path(post, path = "/tasks/{id}/claim", tag = "worklist", operation_id = "claim_task",
    params(("id" = i64, Path, description = "The task", minimum = 1)),
    responses((status = 200, description = "The ticket it belongs to", body = TicketBody)))]
pub(crate) async fn claim_task(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(task): Named<TaskId>,
) -> Result<Response, ApiError> {
    let ticket = desk.claim(&actor, task).await?;
    answer(&desk, &actor, ticket).await
}

/// Finish a task; the flow opens what comes next.
#[utoipa::path(post, path = "/tasks/{id}/complete", tag = "worklist",
    operation_id = "complete_task", request_body = Option<CompleteBody>,
    params(("id" = i64, Path, description = "The task", minimum = 1)),
    responses((status = 200, description = "The ticket it belongs to", body = TicketBody)))]
pub(crate) async fn complete_task(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(task): Named<TaskId>,
    Json(body): Json<CompleteBody>,
) -> Result<Response, ApiError> {
    let CompleteBody { note, told, outcome, fields, attachments } = body;
    let completion = Completion {
        outcome: outcome.map(Outcome),
        note,
        told: told.map(ToldBody::read).transpose()?,
        values: fields.into_iter().collect(),
        attachments: attachments.into_iter().map(AttachmentId).collect(),
    };
    let ticket = desk.complete(&actor, task, completion).await?;
    answer(&desk, &actor, ticket).await
}

/// Return a task to whoever had the step before, or to the queue.
#[utoipa::path(post, path = "/tasks/{id}/send_back", tag = "worklist",
    operation_id = "send_back_task", request_body = SendBackBody,
    params(("id" = i64, Path, description = "The task", minimum = 1)),
    responses((status = 200, description = "The ticket it belongs to", body = TicketBody)))]
pub(crate) async fn send_back_task(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(task): Named<TaskId>,
    Json(SendBackBody { reason }): Json<SendBackBody>,
) -> Result<Response, ApiError> {
    let ticket = desk.send_back(&actor, task, reason).await?;
    answer(&desk, &actor, ticket).await
}
