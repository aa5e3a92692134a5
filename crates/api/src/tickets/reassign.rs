//! Handing many tickets to others in one call.

use axum::extract::State;
use desk::Desk;
use domain::page::Handed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Json;
use crate::reference::{NumberRef, Receiver};

/// Which tickets, and to whom.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ReassignBody {
    #[schema(min_items = 1, max_items = 500)]
    tickets: Vec<NumberRef>,
    #[serde(flatten)]
    to: Receiver,
    /// What whoever gets them should know.
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// What became of each of them.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReassignedBody {
    results: Vec<HandedBody>,
}

/// What became of one of them.
#[derive(Serialize, ToSchema)]
pub(crate) struct HandedBody {
    #[schema(examples("GD-20417"))]
    number: String,
    handed: bool,
    /// Why it was not handed over, in a word.
    #[schema(examples("forbidden"))]
    refused: Option<String>,
}

impl From<Handed> for HandedBody {
    fn from(Handed { number, refused }: Handed) -> Self {
        Self { number: number.to_string(), handed: refused.is_none(), refused }
    }
}

/// Hand many tickets over in one transaction, with an answer for each.
#[utoipa::path(post, path = "/tickets/reassign", tag = "actions",
    operation_id = "reassign_tickets", request_body = ReassignBody,
    responses((status = 200, description = "What became of each", body = ReassignedBody)))]
pub(crate) async fn reassign_tickets(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Json(ReassignBody { tickets, to, note }): Json<ReassignBody>,
) -> Result<axum::Json<ReassignedBody>, ApiError> {
    let (group, agent) = to.find(&desk, &actor).await?;
    let tickets = tickets.into_iter().map(|number| number.0).collect();
    let handed = desk.reassign(&actor, tickets, group, agent, note).await?;
    let results = handed.into_iter().map(Into::into).collect();
    Ok(axum::Json(ReassignedBody { results }))
}
