//! Saying something on a ticket.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{AppendHeaders, IntoResponse, Response};
use desk::{Desk, Said, Say, Then};
use domain::id::{AgentId, AttachmentId, MessageId, TicketId};
use domain::invalid::Flaw;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::idempotency::{IdempotencyKey, replay};
use crate::reference::IdRef;
use crate::tickets::actions::{ResolveBody, WaitBody};
use crate::words::MessageKindWord;

/// Something to say.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SayBody {
    kind: MessageKindWord,
    #[schema(
        min_length = 1,
        max_length = 20_000,
        pattern = r"\S",
        examples("您好，已为您登记退款，预计 24 小时内到账。")
    )]
    body: String,
    /// Ids of files that were uploaded before.
    #[serde(default)]
    #[schema(max_items = 20)]
    attachments: Vec<IdRef>,
    /// Ids of agents who are to look at a note.
    #[serde(default)]
    #[schema(max_items = 50)]
    mentions: Vec<IdRef>,
    /// The newest message you know of (`newest_message` of the ticket). When there is a newer one
    /// from the customer, nothing is sent, and the answer is 409 with the code `new_message`.
    seen: Option<IdRef>,
    /// Reply and wait, in one.
    wait: Option<WaitBody>,
    /// Reply and resolve, in one.
    resolve: Option<ResolveBody>,
}

/// What was said.
#[derive(Serialize, ToSchema)]
pub(crate) struct SaidBody {
    id: i64,
    #[schema(examples("GD-20417"))]
    ticket: String,
    kind: MessageKindWord,
}

impl SayBody {
    fn say(self, idempotency_key: Option<String>) -> Result<Say, ApiError> {
        let then = match (self.wait, self.resolve) {
            (None, None) => Then::Nothing,
            (Some(wait), None) => Then::Wait(wait.plan()),
            (None, Some(resolve)) => Then::Resolve(resolve.code()),
            (Some(_), Some(_)) => return Err(ApiError::invalid("resolve", Flaw::NotOffered)),
        };
        Ok(Say {
            kind: self.kind.into(),
            body: self.body,
            attachments: self.attachments.into_iter().map(|id| AttachmentId(id.0)).collect(),
            mentions: self.mentions.into_iter().map(|id| AgentId(id.0)).collect(),
            seen: self.seen.map(|id| MessageId(id.0)),
            then,
            idempotency_key,
        })
    }
}

/// Reply to the customer, or note something among ourselves.
#[utoipa::path(post, path = "/tickets/{number}/messages", tag = "tickets",
    operation_id = "create_message", request_body = SayBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
            pattern = "^(GD-)?[1-9][0-9]{0,14}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255,
            pattern = "^[!-~]+$", description = "What you call this request")),
    responses((status = 201, description = "Said", body = SaidBody,
        headers(("Idempotent-Replay" = String,
            description = "`true` when it had been said before")))))]
pub(crate) async fn create_message(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<SayBody>,
) -> Result<Response, ApiError> {
    let kind = body.kind;
    let Said { message, again } = desk.say(&actor, ticket, body.say(key)?).await?;
    let said = SaidBody { id: message.0, ticket: ticket.number().to_string(), kind };
    let again = replay(again).map(AppendHeaders);
    Ok((StatusCode::CREATED, again, axum::Json(said)).into_response())
}
