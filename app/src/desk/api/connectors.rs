//! The systems this desk operates, as administrators set them up.

use domain::connector::page::{ConnectorPage, Declared, Trial};
use domain::connector::{Connector, ConnectorKey, OperationKey};
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn list_connectors() -> Result<Vec<Declared>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.connectors(&me).await?)
}

#[server(protocol = Json)]
pub async fn read_connector(key: ConnectorKey) -> Result<ConnectorPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.connector_page(&me, &key).await?)
}

#[server(protocol = Json)]
pub async fn save_connector(
    connector: Connector,
    secret: Option<String>,
    seen: Option<Timestamp>,
) -> Result<ConnectorPage, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.save_connector(&me, connector, secret, seen).await?)
}

#[server(protocol = Json)]
pub async fn try_connector(
    key: ConnectorKey,
    operation: OperationKey,
    number: String,
) -> Result<Trial, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.try_connector(&me, &key, &operation, &number).await?)
}
