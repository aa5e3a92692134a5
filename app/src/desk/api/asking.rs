//! Asking others beside the flow.

use domain::event::Asked;
use domain::id::{TaskId, TicketNumber};
use domain::page;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::error::AppError;

#[server]
pub async fn whom() -> Result<page::Whom, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.whom(&me).await?)
}

#[server(input = Json)]
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
