//! An agent files for somebody on the phone.

use domain::page::{Filed, Filing};
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn file(filing: Filing) -> Result<Filed, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.file(&me, domain::channel::Channel::PHONE, filing).await?)
}
