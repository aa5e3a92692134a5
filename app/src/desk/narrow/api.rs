//! What whoever answers one step asks of the desk.

use domain::id::TaskId;
use domain::narrow::{NarrowPage, NarrowTask};
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn read_narrow_tasks() -> Result<Vec<NarrowTask>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.narrow_tasks(&me).await?)
}

#[server(protocol = Json)]
pub async fn read_narrow_task(task: TaskId) -> Result<NarrowPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.narrow_page(&me, task).await?)
}
