//! What an act is answered with.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use desk::{Desk, DeskError};
use domain::actor::Actor;
use domain::id::TicketId;

use crate::error::ApiError;
use crate::tickets::TicketBody;

/// The ticket as it is now. It was done, whatever comes: who has just given the ticket out of
/// their own reach gets an answer without content.
pub(crate) async fn answer(
    desk: &Desk,
    actor: &Actor,
    ticket: TicketId,
) -> Result<Response, ApiError> {
    match desk.ticket_page(actor, ticket).await {
        Ok(page) => Ok(Json(TicketBody::from(page)).into_response()),
        Err(DeskError::NotFound | DeskError::Forbidden) => {
            Ok(StatusCode::NO_CONTENT.into_response())
        }
        Err(error) => Err(error.into()),
    }
}
