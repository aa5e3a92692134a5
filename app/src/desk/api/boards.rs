//! The live board.

use domain::board::Board;
use leptos::prelude::*;

use crate::error::AppError;

#[server]
pub async fn read_board() -> Result<Board, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.board(&me).await?)
}
