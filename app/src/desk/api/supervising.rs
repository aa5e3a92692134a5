//! Laying a requirement over a ticket, and what becomes of it (D-14).

use domain::id::{SupervisionId, TicketNumber};
use domain::list::Page;
use domain::page::Handed;
use domain::supervision::{ReportKind, SupervisionBoard, SupervisionQuery, SupervisionView};
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn supervise(
    tickets: Vec<TicketNumber>,
    requirement: String,
    deadline: Timestamp,
    report_every: Option<u16>,
) -> Result<Vec<Handed>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let tickets = tickets.into_iter().map(|TicketNumber(id)| id).collect();
    let department = None;
    let new = ::desk::NewSupervision { tickets, department, requirement, deadline, report_every };
    Ok(desk.supervise(&me, new).await?.tickets)
}

#[server(protocol = Json)]
pub async fn read_supervision_board() -> Result<SupervisionBoard, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.supervision_board(&me, domain::supervision::Days::default()).await?)
}

#[server(protocol = Json)]
pub async fn supervisions(query: SupervisionQuery) -> Result<Page<SupervisionView>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.supervisions(&me, query).await?)
}

#[server(protocol = Json)]
pub async fn acknowledge(id: SupervisionId) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.acknowledge_supervision(&me, id).await?)
}

#[server(protocol = Json)]
pub async fn report(id: SupervisionId, kind: ReportKind, report: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.report_on_supervision(&me, id, kind, report).await?)
}

#[server(protocol = Json)]
pub async fn lift(id: SupervisionId, note: Option<String>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.lift_supervision(&me, id, note).await?)
}
