//! Events of other systems. Whoever sends them is known by their signature, and has no token.

use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use channels::signature::{SIGNATURE, TIMESTAMP};
use desk::{Desk, DeskError, Letters};
use domain::connector::ConnectorKey;
use domain::connector::inbound::{Taken, TakenAs};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::error::ApiError;
use crate::extract::{Name, Named};

/// An event as its system tells it.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "the desk reads the body itself, just as it was signed")]
pub(crate) struct InboundBody {
    /// The sender's own name for it. The same id is the same event, and is answered the same.
    #[schema(min_length = 1, max_length = 200, examples("evt-20261124-0007"))]
    id: String,
    /// What happened, as the connector declares it.
    #[schema(examples("order.unconfirmed"))]
    kind: String,
    /// What the connector's declaration reads from.
    data: Option<Map<String, Value>>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct TakenBody {
    outcome: OutcomeWord,
    /// The tickets that were filed, or went on.
    #[schema(examples(json!(["GD-20417"])))]
    tickets: Vec<String>,
}

/// Whether a ticket was filed, tasks that waited went on, or nothing waited.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OutcomeWord {
    Created,
    Advanced,
    Nothing,
}

impl Name for ConnectorKey {
    /// Postgres cannot even be asked for one with NUL in it.
    fn read(text: &str) -> Option<Self> {
        Some(Self::new(text)).filter(|key| !key.as_str().contains('\0'))
    }
}

/// Tell the desk what happened in another system
///
/// Signed with the connector's secret: `X-Gongdan-Timestamp` is the time of signing in milliseconds
/// since 1970, `X-Gongdan-Signature` is `v1=` and the hexadecimal HMAC-SHA256 of the timestamp, the
/// method, the path with its query and the body, the first three each followed by a line feed. A time
/// more than five minutes off is refused. What the connector declares decides what becomes of it.
#[utoipa::path(post, path = "/inbound/{connector}", tag = "inbound",
    operation_id = "tell_event", request_body = InboundBody, security(()),
    params(
        ("connector" = String, Path, description = "The connector's key",
            pattern = "^[a-z0-9_-]{1,40}$"),
        ("X-Gongdan-Timestamp" = Option<i64>, Header, description = "When it was signed"),
        ("X-Gongdan-Signature" = Option<String>, Header, description = "By whom it was signed"),
    ),
    responses((status = 200, description = "It was taken, now or before", body = TakenBody)))]
pub(crate) async fn tell_event(
    State(desk): State<Desk>,
    Named(connector): Named<ConnectorKey>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<axum::Json<TakenBody>, ApiError> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let at = text(TIMESTAMP).and_then(|text| text.parse().ok()).map(Timestamp);
    let (Some(at), Some(signature)) = (at, text(SIGNATURE)) else {
        return Err(DeskError::SignedOut.into());
    };
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let letter = Letters { at, path, body: &body, signature };
    Ok(axum::Json(desk.receive(&connector, letter).await?.into()))
}

impl From<Taken> for TakenBody {
    fn from(Taken { outcome, tickets }: Taken) -> Self {
        let outcome = match outcome {
            TakenAs::Created => OutcomeWord::Created,
            TakenAs::Advanced => OutcomeWord::Advanced,
            TakenAs::Nothing => OutcomeWord::Nothing,
        };
        Self { outcome, tickets: tickets.into_iter().map(|number| number.to_string()).collect() }
    }
}
