//! Laying a requirement over a ticket, and what becomes of it (D-14).

use domain::id::{SupervisionId, TicketNumber};
use domain::supervision::ReportKind;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn supervise(
    number: TicketNumber,
    requirement: String,
    deadline: Timestamp,
    report_every: Option<u16>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let (tickets, department) = (vec![number.0], None);
    let new = ::desk::NewSupervision { tickets, department, requirement, deadline, report_every };
    desk.supervise(&me, new).await?;
    Ok(())
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
