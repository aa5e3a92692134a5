//! One ticket.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::id::TicketId;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Named;
use crate::tickets::TicketBody;

/// Look at a ticket.
#[utoipa::path(get, path = "/tickets/{number}", tag = "tickets", operation_id = "get_ticket",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The ticket", body = TicketBody)))]
pub(crate) async fn get_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<Json<TicketBody>, ApiError> {
    Ok(Json(desk.ticket_page(&actor, ticket).await?.into()))
}
