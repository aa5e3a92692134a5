//! What the desk does by itself.

use domain::id::CategoryId;
use domain::rules::Rules;
use domain::stuck::Thresholds;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn read_rules() -> Result<Rules, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.rules(&me).await?)
}

#[server(protocol = Json)]
pub async fn set_archive_after(days: u16) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_archive_after(&me, days).await?)
}

#[server(protocol = Json)]
pub async fn set_stuck_thresholds(new: Thresholds) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_stuck_thresholds(&me, new).await?)
}

#[server(protocol = Json)]
pub async fn set_people_only(category: CategoryId, people_only: bool) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_people_only(&me, category, people_only).await?)
}
