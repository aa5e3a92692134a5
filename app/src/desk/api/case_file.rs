//! Case files, to be looked at; taking one along has an address of its own.

use domain::case_file::{Audience, CaseFile};
use domain::id::TicketNumber;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn read_case_file(
    number: TicketNumber,
    audience: Audience,
) -> Result<CaseFile, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.case_file(&me, number.0, audience).await?)
}
