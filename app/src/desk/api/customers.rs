//! People who are served.

use domain::customer::Customer;
use domain::id::CustomerId;
use domain::list::{Cursor, Page};
use domain::page::CustomerCard;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn customers(
    words: Option<String>,
    after: Option<Cursor>,
) -> Result<Page<Customer>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.customers(&me, words.as_deref(), after).await?)
}

#[server(protocol = Json)]
pub async fn read_customer(id: CustomerId) -> Result<CustomerCard, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.customer(&me, id).await?)
}

#[server(protocol = Json)]
pub async fn set_region(id: CustomerId, region: Option<String>) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_region(&me, id, region).await?)
}

#[server(protocol = Json)]
pub async fn served_regions() -> Result<Vec<String>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.served_regions(&me).await?)
}
