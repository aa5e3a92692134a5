//! Groups, people and categories, to choose from.

use domain::category::CategoryTree;
use domain::field::Field;
use domain::id::CategoryId;
use domain::org::GroupName;
use domain::page::Colleague;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::error::AppError;

#[server]
pub async fn groups() -> Result<Vec<GroupName>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.groups(&me).await?)
}

#[server]
pub async fn colleagues() -> Result<Vec<Colleague>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.colleagues(&me).await?)
}

#[server]
pub async fn categories() -> Result<CategoryTree, AppError> {
    let (desk, _) = crate::ssr::desk().await?;
    Ok(desk.categories(domain::channel::Channel::PHONE).await?)
}

#[server(input = Json)]
pub async fn form(category: CategoryId) -> Result<Vec<Field>, AppError> {
    let (desk, _) = crate::ssr::desk().await?;
    Ok(desk.form(category).await?)
}
