//! What the portal asks of the desk.

use domain::category::CategoryTree;
use domain::field::Field;
use domain::id::{CategoryId, TicketNumber};
use domain::list::{Cursor, Page};
use domain::page::{MyTicket, ProgressPage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::calls::Json;
use crate::error::AppError;

/// All an empty form needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blank {
    /// What can be filed, without what only the desk needs to know of it.
    pub tree: CategoryTree,
    /// New for each form: the same key twice is the same ticket.
    pub key: String,
    /// Of the one who is signed in.
    pub name: Option<String>,
    pub phone: Option<String>,
}

#[server(protocol = Json)]
pub async fn blank_form() -> Result<Blank, AppError> {
    crate::ssr::portal::blank().await
}

#[server(protocol = Json)]
pub async fn leaf_form(leaf: CategoryId) -> Result<Vec<Field>, AppError> {
    let (desk, _) = crate::ssr::portal::visitor().await?;
    Ok(desk.form(leaf).await?)
}

/// `key` is what stands behind `k=` in a signed link.
#[server(protocol = Json)]
pub async fn progress(number: String, key: Option<String>) -> Result<ProgressPage, AppError> {
    let (desk, who, ticket) = crate::ssr::portal::holder(&number, key.as_deref()).await?;
    Ok(desk.progress(&who, ticket).await?)
}

/// `None` for somebody who is not signed in.
#[server(protocol = Json)]
pub async fn my_tickets(after: Option<Cursor>) -> Result<Option<Page<MyTicket>>, AppError> {
    let (desk, Some(who)) = crate::ssr::portal::customer().await? else { return Ok(None) };
    Ok(Some(desk.my_tickets(&who, after).await?))
}

/// Where a ticket can be followed.
pub fn progress_address(number: TicketNumber, key: Option<&str>) -> String {
    match key {
        Some(key) => format!("/t/{number}?k={key}"),
        None => format!("/t/{number}"),
    }
}
