//! One ticket, its history, and who else is looking at it.

use domain::id::{EventId, TicketNumber};
use domain::page::{Presence, TicketPage, Timeline};
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn read_ticket(number: TicketNumber) -> Result<TicketPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.ticket_page(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn read_earlier(number: TicketNumber, before: EventId) -> Result<Timeline, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.timeline(&me, number.0, Some(before)).await?)
}

#[server(protocol = Json)]
pub async fn attend(number: TicketNumber, writing: bool) -> Result<Vec<Presence>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.attend(&me, number.0, writing).await?)
}

#[server(protocol = Json)]
pub async fn leave(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.leave(&me, number.0).await?)
}
