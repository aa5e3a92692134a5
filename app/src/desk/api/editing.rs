//! Changing what is written on a ticket, and following it.

use domain::id::TicketNumber;
use domain::page::{Edit, EditConflict};
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

/// Answers with what somebody else changed meanwhile.
#[server(protocol = Json)]
pub async fn edit_ticket(
    number: TicketNumber,
    edits: Vec<Edit>,
) -> Result<Vec<EditConflict>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.edit(&me, number.0, edits).await?)
}

#[server(protocol = Json)]
pub async fn follow(number: TicketNumber, follow: bool) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.follow(&me, number.0, follow).await?)
}
