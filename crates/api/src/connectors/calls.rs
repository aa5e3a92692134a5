//! What another system was asked to do.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::connector::ConnectorKey;
use domain::connector::page::CallLine;
use domain::invalid::Flaws;
use domain::list::{Cursor, Page};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::list::{ListBody, id, limit, parameter, sound};
use crate::moment::Moment;
use crate::words::ErrandStateWord;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CallsQuery {
    /// `next_cursor` of the page before.
    #[param(pattern = "^([1-9][0-9]{0,14})?$")]
    cursor: Option<String>,
    /// Calls on a page.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// Something a system was asked to do for a ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConnectorCallBody {
    #[schema(examples("GD-20417"))]
    ticket: String,
    #[schema(examples("refund"))]
    operation: String,
    #[schema(examples("优选商城 · 退款"))]
    name: String,
    state: ErrandStateWord,
    /// How often it was sent, or may have been.
    tries: u32,
    /// What the other system calls what it did.
    reference: Option<String>,
    /// Why it was refused, or what went wrong last.
    reason: Option<String>,
    created_at: Moment,
    settled_at: Option<Moment>,
}

/// What a system was asked to do, the newest first
#[utoipa::path(get, path = "/connectors/{key}/calls", tag = "connectors",
    operation_id = "list_connector_calls",
    params(CallsQuery, ("key" = String, Path, description = "The connector",
        pattern = "^[a-z0-9_-]{1,40}$")),
    responses((status = 200, description = "One page", body = ListBody<ConnectorCallBody>)))]
pub(crate) async fn list_connector_calls(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(key): Named<ConnectorKey>,
    Query(CallsQuery { cursor, limit: rows }): Query<CallsQuery>,
) -> Result<Json<ListBody<ConnectorCallBody>>, ApiError> {
    let mut flaws = Flaws::default();
    let after = parameter(&mut flaws, "cursor", cursor, id);
    let after = after.map(|id| Cursor { rank: 0, id });
    let rows = parameter(&mut flaws, "limit", rows, limit).unwrap_or_default();
    sound(flaws)?;
    let Page { rows, next } = desk.connector_calls(&actor, &key, after, rows).await?;
    let items = rows.into_iter().map(Into::into).collect();
    Ok(Json(ListBody { items, next_cursor: next.map(|cursor| cursor.id.to_string()) }))
}

impl From<CallLine> for ConnectorCallBody {
    fn from(call: CallLine) -> Self {
        let CallLine { ticket, operation, name, state, tries, reason, reference, .. } = call;
        let CallLine { at, settled_at, .. } = call;
        Self {
            ticket: ticket.to_string(),
            operation: operation.0,
            name,
            state: state.into(),
            tries,
            reference,
            reason,
            created_at: at.into(),
            settled_at: settled_at.map(Into::into),
        }
    }
}
