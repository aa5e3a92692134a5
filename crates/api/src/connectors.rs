//! `/api/v1/connectors`: the other systems, what they were asked and what they told.
//!
//! Every operation here is an administrator's.

mod calls;
mod events;
mod trial;

use axum::extract::State;
use axum::http::StatusCode;
use desk::Desk;
use domain::connector::page::Declared;
use domain::connector::{Connector, ConnectorKey};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named, misfit};
use crate::moment::Moment;

pub(crate) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(list_connectors))
        .routes(routes!(declare_connector))
        .routes(routes!(calls::list_connector_calls))
        .routes(routes!(events::list_connector_events))
        .routes(routes!(trial::try_connector))
}

/// A connector, and what is signed with.
#[derive(Deserialize, ToSchema)]
pub(crate) struct DeclareBody {
    /// Where the system is, what can be asked of it, and what it may tell; without `key`.
    declaration: Map<String, Value>,
    /// Kept sealed and shown to nobody. Without one, the present one stays.
    #[schema(min_length = 8, max_length = 200)]
    secret: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct ConnectorBody {
    #[schema(examples("shop"))]
    key: String,
    #[schema(examples("优选商城"))]
    name: String,
    declaration: Map<String, Value>,
    has_secret: bool,
    updated_at: Moment,
}

/// The systems this desk is connected with
#[utoipa::path(get, path = "/connectors", tag = "connectors", operation_id = "list_connectors",
    responses((status = 200, description = "Each of them, by key", body = [ConnectorBody])))]
pub(crate) async fn list_connectors(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<axum::Json<Vec<ConnectorBody>>, ApiError> {
    let declared = desk.connectors(&actor).await?;
    Ok(axum::Json(declared.into_iter().map(ConnectorBody::from).collect()))
}

/// Declare a system
///
/// In the place of what was declared under this key.
#[utoipa::path(put, path = "/connectors/{key}", tag = "connectors",
    operation_id = "declare_connector", request_body = DeclareBody,
    params(("key" = String, Path, description = "What flows call it",
        pattern = "^[a-z0-9_-]{1,40}$")),
    responses((status = 204, description = "It is declared")))]
pub(crate) async fn declare_connector(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(key): Named<ConnectorKey>,
    Json(DeclareBody { mut declaration, secret }): Json<DeclareBody>,
) -> Result<StatusCode, ApiError> {
    declaration.insert("key".to_owned(), Value::String(key.0));
    let connector: Connector = serde_path_to_error::deserialize(Value::Object(declaration))
        .map_err(|error| misfit(&format!("declaration.{}", error.path()), error.inner()))?;
    desk.declare_connector(&actor, connector, secret).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<Declared> for ConnectorBody {
    fn from(Declared { connector, has_secret, updated_at }: Declared) -> Self {
        let (key, name) = (connector.key.to_string(), connector.name.to_string());
        let declaration = match serde_json::to_value(connector) {
            Ok(Value::Object(declaration)) => declaration,
            _ => Map::new(),
        };
        Self { key, name, declaration, has_secret, updated_at: updated_at.into() }
    }
}
