//! Partners: what they are asked on a ticket, and keeping the list of them.

use domain::category::CategoryTree;
use domain::id::{CategoryId, ContactId, DepartmentId, PartnerId, TaskId, TicketNumber};
use domain::narrow::{AskToConfirm, PartnerDesk};
use domain::org::Department;
use domain::partner::{PartnerKind, PartnerLine};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::calls::Json;
use crate::error::AppError;

/// All the administrator's page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerHouse {
    pub partners: Vec<PartnerLine>,
    pub tree: CategoryTree,
    pub opened: Vec<CategoryId>,
    pub departments: Vec<Department>,
}

#[server(protocol = Json)]
pub async fn read_partner_desk(number: TicketNumber) -> Result<PartnerDesk, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.partner_desk(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn send_to_confirm(ask: AskToConfirm) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.ask_to_confirm(&me, ask).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn lay_down_lines(
    number: TicketNumber,
    task: Option<TaskId>,
    lines: Vec<(String, String)>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.lay_down_lines(&me, number.0, task, &lines).await?)
}

#[server(protocol = Json)]
pub async fn invite_partner(task: TaskId) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.invite_partner(&me, task).await?)
}

#[server(protocol = Json)]
pub async fn read_partner_house() -> Result<PartnerHouse, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(PartnerHouse {
        partners: desk.partners(&me).await?,
        opened: desk.opened_to_partners(&me).await?,
        departments: desk.departments(&me).await?,
        tree: desk.categories(domain::channel::Channel::API).await?,
    })
}

#[server(protocol = Json)]
pub async fn create_partner(kind: PartnerKind, name: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.create_partner(&me, kind, &name).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn add_contact(
    partner: PartnerId,
    name: String,
    phone: Option<String>,
    email: Option<String>,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let new = ::desk::NewContact { partner: Some(partner), name, phone, email };
    desk.add_contact(&me, new).await?;
    Ok(())
}

#[server(protocol = Json)]
pub async fn set_partner_active(partner: PartnerId, active: bool) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_partner_active(&me, partner, active).await?)
}

#[server(protocol = Json)]
pub async fn set_contact_active(contact: ContactId, active: bool) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_contact_active(&me, contact, active).await?)
}

#[server(protocol = Json)]
pub async fn open_to_partners(categories: Vec<CategoryId>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.open_to_partners(&me, &categories).await?)
}

#[server(protocol = Json)]
pub async fn set_territory(department: DepartmentId, regions: String) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_territory(&me, department, &regions).await?)
}
