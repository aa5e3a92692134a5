//! What another system told the desk.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::connector::ConnectorKey;
use domain::connector::page::{ToldLine, ToldPage};
use domain::invalid::Flaws;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::inbound::TakenBody;
use crate::list::{ListBody, limit, parameter, sound};
use crate::moment::Moment;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventsQuery {
    /// `next_cursor` of the page before.
    #[param(pattern = "^([1-9][0-9]{0,14}[.].{1,200})?$")]
    cursor: Option<String>,
    /// Events on a page.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// Something a system told the desk.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConnectorEventBody {
    /// The system's own name for it.
    #[schema(examples("evt-20261124-0007"))]
    id: String,
    /// What happened, as the connector declares it.
    #[schema(examples("order.unconfirmed"))]
    kind: String,
    /// What it was answered.
    taken: TakenBody,
    at: Moment,
}

/// What a system told the desk, the newest first
#[utoipa::path(get, path = "/connectors/{key}/events", tag = "connectors",
    operation_id = "list_connector_events",
    params(EventsQuery, ("key" = String, Path, description = "The connector",
        pattern = "^[a-z0-9_-]{1,40}$")),
    responses((status = 200, description = "One page", body = ListBody<ConnectorEventBody>)))]
pub(crate) async fn list_connector_events(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(key): Named<ConnectorKey>,
    Query(EventsQuery { cursor, limit: rows }): Query<EventsQuery>,
) -> Result<Json<ListBody<ConnectorEventBody>>, ApiError> {
    let mut flaws = Flaws::default();
    let after = parameter(&mut flaws, "cursor", cursor, str::parse);
    let rows = parameter(&mut flaws, "limit", rows, limit).unwrap_or_default();
    sound(flaws)?;
    let ToldPage { rows, next } = desk.connector_events(&actor, &key, after, rows).await?;
    let items = rows.into_iter().map(Into::into).collect();
    Ok(Json(ListBody { items, next_cursor: next.map(|place| place.to_string()) }))
}

impl From<ToldLine> for ConnectorEventBody {
    fn from(ToldLine { event, kind, taken, at }: ToldLine) -> Self {
        Self { id: event, kind, taken: taken.into(), at: at.into() }
    }
}
