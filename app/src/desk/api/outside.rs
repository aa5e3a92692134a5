//! Things in other systems, and operating those.

use std::collections::BTreeMap;

use domain::business::{PossibleAct, RefKind, Sight, ThingNow};
use domain::connector::{ConnectorKey, OperationKey};
use domain::id::TicketNumber;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn things_now(number: TicketNumber) -> Result<Vec<ThingNow>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.things_now(&me, number.0).await?)
}

#[server(protocol = Json)]
pub async fn look_up(kind: RefKind, number: String) -> Result<Sight, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.look_up(&me, kind, &number).await?)
}

#[server(protocol = Json)]
pub async fn add_thing(
    ticket: TicketNumber,
    kind: RefKind,
    number: String,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.add_reference(&me, ticket.0, kind, &number).await?)
}

#[server(protocol = Json)]
pub async fn remove_thing(
    ticket: TicketNumber,
    kind: RefKind,
    number: String,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.remove_reference(&me, ticket.0, kind, &number).await?)
}

#[server(protocol = Json)]
pub async fn possible_acts(number: TicketNumber) -> Result<Vec<PossibleAct>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.possible_acts(&me, number.0).await?)
}

/// `key` is made when the form opens: tapped twice, it is asked once.
#[server(protocol = Json)]
pub async fn run_act(
    ticket: TicketNumber,
    connector: ConnectorKey,
    operation: OperationKey,
    with: BTreeMap<String, String>,
    key: String,
) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let errand = crate::ssr::errand(connector, operation, with);
    Ok(desk.run_action(&me, ticket.0, errand, Some(key)).await?)
}
