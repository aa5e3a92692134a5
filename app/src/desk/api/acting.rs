//! What can be done with a ticket, beyond talking.

use domain::event::Told;
use domain::id::{AgentId, GroupId, MessageId, TaskId, TicketNumber};
use domain::ticket::{LinkKind, ResolutionCode, WaitFor};
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::error::AppError;

#[server(input = Json)]
pub async fn claim(task: TaskId) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.claim(&me, task).await?;
    Ok(())
}

#[server(input = Json)]
pub async fn complete(
    task: TaskId,
    note: Option<String>,
    told: Option<Told>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let completion = desk::Completion { note, told, ..Default::default() };
    desk.complete(&me, task, completion).await?;
    Ok(())
}

#[server(input = Json)]
pub async fn send_back(task: TaskId, reason: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.send_back(&me, task, reason).await?;
    Ok(())
}

#[server(input = Json)]
pub async fn transfer(
    number: TicketNumber,
    group: Option<GroupId>,
    to: Option<AgentId>,
    note: Option<String>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.transfer(&me, number.0, group, to, note).await?)
}

#[server(input = Json)]
pub async fn wait(
    number: TicketNumber,
    wait_for: WaitFor,
    reason: String,
    wake_at: Option<Timestamp>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.wait(&me, number.0, ::desk::WaitPlan { wait_for, reason, wake_at }).await?)
}

#[server(input = Json)]
pub async fn resume(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.resume(&me, number.0).await?)
}

#[server(input = Json)]
pub async fn resolve(
    number: TicketNumber,
    code: ResolutionCode,
    note: Option<String>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.resolve(&me, number.0, code, note).await?)
}

#[server(input = Json)]
pub async fn reopen(number: TicketNumber, reason: Option<String>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.reopen(&me, number.0, reason).await?)
}

#[server(input = Json)]
pub async fn close(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.close(&me, number.0).await?)
}

#[server(input = Json)]
pub async fn urge(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.urge(&me, number.0).await?)
}

#[server(input = Json)]
pub async fn merge(from: TicketNumber, into: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.merge(&me, from.0, into.0).await?)
}

#[server(input = Json)]
pub async fn split(
    number: TicketNumber,
    message: MessageId,
    subject: String,
) -> Result<TicketNumber, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.split(&me, number.0, message, subject).await?.number())
}

#[server(input = Json)]
pub async fn link(from: TicketNumber, to: TicketNumber, kind: LinkKind) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.link(&me, from.0, to.0, kind).await?)
}

#[server(input = Json)]
pub async fn unlink(from: TicketNumber, to: TicketNumber, kind: LinkKind) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.unlink(&me, from.0, to.0, kind).await?)
}
