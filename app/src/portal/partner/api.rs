//! What a partner's page asks of the desk.

use domain::narrow::Doorway;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn open_doorway(link: String, sent: bool) -> Result<Doorway, AppError> {
    crate::ssr::partner::doorway(&link, sent).await
}
