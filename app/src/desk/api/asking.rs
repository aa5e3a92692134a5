//! Asking others beside the flow.

use domain::event::Asked;
use domain::id::{TaskId, TicketNumber};
use domain::page;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn whom() -> Result<page::Whom, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.whom(&me).await?)
}

#[server(protocol = Json)]
pub async fn ask(
    number: TicketNumber,
    to: Vec<Asked>,
    question: String,
    hold: Option<TaskId>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let ask = ::desk::Ask { to, question, due_at: None, hold };
    desk.ask(&me, number.0, ask).await?;
    Ok(())
}
