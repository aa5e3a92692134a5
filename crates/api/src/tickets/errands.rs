//! Operating other systems from a ticket.

use axum::extract::State;
use axum::http::StatusCode;
use desk::{Desk, Errand};
use domain::connector::{ConnectorKey, OperationKey};
use domain::id::TicketId;
use domain::outbox::OutboxItem;
use domain::template::Particulars;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::idempotency::IdempotencyKey;
use crate::moment::Moment;
use crate::words::ErrandStateWord;

/// What is asked of whom.
#[derive(Deserialize, ToSchema)]
pub(crate) struct NewErrandBody {
    #[schema(examples("shop"))]
    connector: String,
    #[schema(examples("refund"))]
    operation: String,
    /// What the operation needs and the ticket does not know, by name.
    #[schema(examples(json!({ "amount": "20.00" })))]
    with: Option<Map<String, Value>>,
}

/// Something another system was asked to do.
#[derive(Serialize, ToSchema)]
pub(crate) struct ErrandBody {
    /// The task that waits for the answer.
    task_id: i64,
    #[schema(examples("shop"))]
    connector: String,
    #[schema(examples("refund"))]
    operation: String,
    #[schema(examples("优选商城 · 退款"))]
    name: String,
    state: ErrandStateWord,
    /// How often it was sent, or may have been.
    tries: u32,
    /// What the other system knows it by, however often it was sent.
    idempotency_key: String,
    /// What the other system calls what it did.
    reference: Option<String>,
    /// In which state it said that was, at the time.
    outside_state: Option<String>,
    /// Why it was refused, or what went wrong last.
    reason: Option<String>,
    created_at: Moment,
    settled_at: Option<Moment>,
}

/// What other systems were asked to do for a ticket
#[utoipa::path(get, path = "/tickets/{number}/errands", tag = "things",
    operation_id = "list_errands",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "Each of them, the oldest first", body = [ErrandBody])))]
pub(crate) async fn list_errands(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<axum::Json<Vec<ErrandBody>>, ApiError> {
    let items = desk.actions_of(&actor, ticket).await?;
    Ok(axum::Json(items.into_iter().map(ErrandBody::from).collect()))
}

/// Ask another system to do something
///
/// A task of the ticket waits for the answer; what fails becomes a task for a person.
#[utoipa::path(post, path = "/tickets/{number}/errands", tag = "things",
    operation_id = "create_errand", request_body = NewErrandBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$"),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255,
            pattern = "^[!-~]+$", description = "The same key twice asks once")),
    responses((status = 202, description = "It will be asked")))]
pub(crate) async fn create_errand(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    IdempotencyKey(key): IdempotencyKey,
    Json(NewErrandBody { connector, operation, with }): Json<NewErrandBody>,
) -> Result<StatusCode, ApiError> {
    let (connector, operation) = (ConnectorKey(connector), OperationKey(operation));
    let errand = Errand { connector, operation, with: Particulars(with.unwrap_or_default()) };
    desk.run_action(&actor, ticket, errand, key).await?;
    Ok(StatusCode::ACCEPTED)
}

impl From<OutboxItem> for ErrandBody {
    fn from(item: OutboxItem) -> Self {
        let OutboxItem { id: _, key, ticket: _, task, action, call: _, state, tries, .. } = item;
        let OutboxItem { reason, reference, outside, created_at, settled_at, .. } = item;
        Self {
            task_id: task.0,
            connector: action.connector.0,
            operation: action.operation.0,
            name: action.name,
            state: state.into(),
            tries,
            idempotency_key: key,
            reference,
            outside_state: outside,
            reason,
            created_at: created_at.into(),
            settled_at: settled_at.map(Into::into),
        }
    }
}
