//! The live board.

use domain::behind::{Behind, BehindQuery};
use domain::board::Board;
use domain::step_times::StepTimes;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn read_board() -> Result<Board, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.board(&me).await?)
}

#[server(protocol = Json)]
pub async fn read_step_times() -> Result<StepTimes, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.step_times(&me).await?)
}

#[server(protocol = Json)]
pub async fn look_behind(query: BehindQuery) -> Result<Behind, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.behind(&me, query).await?)
}
