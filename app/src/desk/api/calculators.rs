//! Calculators: declaring them, and running them in a ticket.

use domain::calculator::{
    CalculatorDef, CalculatorLine, CalculatorPage, FieldChoice, NewCalculation, TicketCalculators,
};
use domain::id::{CalculatorId, CategoryId, TicketNumber};
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn list_calculators() -> Result<Vec<CalculatorLine>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.calculators(&me).await?)
}

#[server(protocol = Json)]
pub async fn read_calculator(id: CalculatorId) -> Result<CalculatorPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.calculator(&me, id).await?)
}

#[server(protocol = Json)]
pub async fn create_calculator(draft: CalculatorDef) -> Result<CalculatorId, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.create_calculator(&me, draft).await?)
}

#[server(protocol = Json)]
pub async fn save_calculator(
    id: CalculatorId,
    revision: i64,
    draft: CalculatorDef,
) -> Result<CalculatorPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.save_calculator(&me, id, revision, draft).await?)
}

#[server(protocol = Json)]
pub async fn publish_calculator(
    id: CalculatorId,
    revision: i64,
    note: Option<String>,
) -> Result<CalculatorPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.publish_calculator(&me, id, revision, note).await?)
}

#[server(protocol = Json)]
pub async fn offer_calculator(id: CalculatorId, offered: bool) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.offer_calculator(&me, id, offered).await?)
}

#[server(protocol = Json)]
pub async fn field_choices(categories: Vec<CategoryId>) -> Result<Vec<FieldChoice>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.field_choices(&me, &categories).await?)
}

#[server(protocol = Json)]
pub async fn read_calculations(number: TicketNumber) -> Result<TicketCalculators, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.calculations(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn calculate(number: TicketNumber, new: NewCalculation) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    desk.calculate(&me, number.0, new).await?;
    Ok(())
}
