//! What can be done with a ticket, beyond talking.

use domain::event::Told;
use domain::flow::Outcome;
use domain::id::{AgentId, AttachmentId, GroupId, MessageId, TaskId, TicketNumber};
use domain::identity::{IdentityMethod, IdentityResult};
use domain::ticket::{LinkKind, ResolutionCode, WaitFor};
use domain::time::Timestamp;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::calls::Json;
use crate::error::AppError;

/// How somebody finished a task.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Finished {
    pub outcome: Option<Outcome>,
    pub note: Option<String>,
    pub told: Option<Told>,
    /// Field id or key → what was typed.
    pub values: Vec<(String, String)>,
    pub attachments: Vec<AttachmentId>,
}

#[server(protocol = Json)]
pub async fn claim(task: TaskId) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.claim(&me, task).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn complete(task: TaskId, finished: Finished) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let Finished { outcome, note, told, values, attachments } = finished;
    let completion = ::desk::Completion { outcome, note, told, values, attachments };
    desk.complete(&me, task, completion).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn assign(task: TaskId, to: AgentId) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.assign_task(&me, task, to).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn send_back(task: TaskId, reason: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.send_back(&me, task, reason).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn transfer(
    number: TicketNumber,
    group: Option<GroupId>,
    to: Option<AgentId>,
    note: Option<String>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.transfer(&me, number.0, group, to, note).await?)
}

#[server(protocol = Json)]
pub async fn escalate(number: TicketNumber, note: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.escalate(&me, number.0, note).await?)
}

#[server(protocol = Json)]
pub async fn wait(
    number: TicketNumber,
    wait_for: WaitFor,
    reason: String,
    wake_at: Option<Timestamp>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.wait(&me, number.0, ::desk::WaitPlan { wait_for, reason, wake_at }).await?)
}

#[server(protocol = Json)]
pub async fn resume(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.resume(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn resolve(
    number: TicketNumber,
    code: ResolutionCode,
    note: Option<String>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.resolve(&me, number.0, code, note).await?)
}

#[server(protocol = Json)]
pub async fn reopen(number: TicketNumber, reason: Option<String>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.reopen(&me, number.0, reason).await?)
}

#[server(protocol = Json)]
pub async fn close(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.close(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn urge(number: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.urge(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn check_identity(
    number: TicketNumber,
    method: IdentityMethod,
    result: IdentityResult,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.check_identity(&me, number.0, method, result).await?)
}

#[server(protocol = Json)]
pub async fn merge(from: TicketNumber, into: TicketNumber) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.merge(&me, from.0, into.0).await?)
}

#[server(protocol = Json)]
pub async fn split(
    number: TicketNumber,
    message: MessageId,
    subject: String,
) -> Result<TicketNumber, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.split(&me, number.0, message, subject).await?.number())
}

#[server(protocol = Json)]
pub async fn link(from: TicketNumber, to: TicketNumber, kind: LinkKind) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.link(&me, from.0, to.0, kind).await?)
}

#[server(protocol = Json)]
pub async fn unlink(from: TicketNumber, to: TicketNumber, kind: LinkKind) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.unlink(&me, from.0, to.0, kind).await?)
}
