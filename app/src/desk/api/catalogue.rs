//! Groups, people and categories, to choose from.

use domain::category::CategoryTree;
use domain::field::Field;
use domain::id::{CategoryId, GroupId};
use domain::org::{Group, GroupName};
use domain::page::Colleague;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn groups() -> Result<Vec<GroupName>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.groups(&me).await?)
}

/// Every group, as administrators set it up.
#[server(protocol = Json)]
pub async fn groups_set_up() -> Result<Vec<Group>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.groups_set_up(&me).await?)
}

#[server(protocol = Json)]
pub async fn set_escalation(group: GroupId, to: Option<GroupId>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_escalation(&me, group, to).await?)
}

#[server(protocol = Json)]
pub async fn colleagues() -> Result<Vec<Colleague>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.colleagues(&me).await?)
}

#[server(protocol = Json)]
pub async fn categories() -> Result<CategoryTree, AppError> {
    let (desk, _) = crate::ssr::desk().await?;
    Ok(desk.categories(domain::channel::Channel::PHONE).await?)
}

#[server(protocol = Json)]
pub async fn form(category: CategoryId) -> Result<Vec<Field>, AppError> {
    let (desk, _) = crate::ssr::desk().await?;
    Ok(desk.form(category).await?)
}
