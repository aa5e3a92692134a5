//! What a ticket is about in other systems: as it was at the time, and as it is.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use desk::Desk;
use domain::business::{BusinessRef, Line, RefKind, Seen, Sight, ThingNow};
use domain::id::TicketId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::moment::Moment;
use crate::words::ThingWord;

/// Which thing.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ThingRef {
    kind: ThingWord,
    #[schema(min_length = 1, max_length = 64, pattern = r"\S", examples("884203117715"))]
    number: String,
}

/// A thing in another system that the ticket is about.
#[derive(Serialize, ToSchema)]
pub(crate) struct ThingBody {
    kind: ThingWord,
    #[schema(examples("884203117715"))]
    number: String,
    /// The connector of the system it lives in.
    connector: Option<String>,
    /// The state it was in at the time, in that system's own word.
    state: Option<String>,
    /// How it was at the time, by key.
    #[schema(examples(json!({ "sku": "JH-30" })))]
    snapshot: BTreeMap<String, String>,
    at: Moment,
}

/// The same thing as it is now, and never kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct ThingNowBody {
    was: ThingBody,
    /// What the system it lives in is called.
    system: Option<String>,
    now: SightBody,
    looked_at: Moment,
}

/// What looking at it showed.
#[derive(Serialize, ToSchema)]
pub(crate) struct SightBody {
    sight: SightWord,
    /// In that system's own word.
    state: Option<String>,
    lines: Vec<SeenLineBody>,
    /// Why nothing is seen.
    reason: Option<String>,
}

/// `seen`; `nothing`: that system knows no such thing; `not_reachable`; `not_connected`: no connector
/// looks at such things.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SightWord {
    Seen,
    Nothing,
    NotReachable,
    NotConnected,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SeenLineBody {
    #[schema(examples("sku"))]
    key: String,
    label: String,
    value: String,
}

/// What a ticket is about
///
/// Orders, refunds and the like, as they were when the ticket came to be about them.
#[utoipa::path(get, path = "/tickets/{number}/things", tag = "things",
    operation_id = "list_things",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "Each of them, the oldest first", body = [ThingBody])))]
pub(crate) async fn list_things(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<axum::Json<Vec<ThingBody>>, ApiError> {
    let things = desk.references(&actor, ticket).await?;
    Ok(axum::Json(things.into_iter().map(ThingBody::from).collect()))
}

/// How it is now
///
/// Asked of the systems they live in, at the moment of asking.
#[utoipa::path(get, path = "/tickets/{number}/things/now", tag = "things",
    operation_id = "look_at_things",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "Each of them, the oldest first",
        body = [ThingNowBody])))]
pub(crate) async fn look_at_things(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<axum::Json<Vec<ThingNowBody>>, ApiError> {
    let things = desk.things_now(&actor, ticket).await?;
    Ok(axum::Json(things.into_iter().map(ThingNowBody::from).collect()))
}

/// Look at something
///
/// An order or the like, whether a ticket is about it or not; for whoever may file tickets.
#[utoipa::path(get, path = "/things/{kind}/{thing}", tag = "things", operation_id = "look_up_thing",
    params(("kind" = ThingWord, Path, description = "What kind of thing"),
        ("thing" = String, Path, description = "Its number", max_length = 64)),
    responses((status = 200, description = "What is seen of it now", body = SightBody)))]
pub(crate) async fn look_up_thing(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Path((kind, number)): Path<(String, String)>,
) -> Result<axum::Json<SightBody>, ApiError> {
    let kind = RefKind::try_from(kind).map_err(|_| ApiError::not_found())?;
    Ok(axum::Json(desk.look_up(&actor, kind, &number).await?.into()))
}

/// Say what a ticket is about
#[utoipa::path(post, path = "/tickets/{number}/things", tag = "things",
    operation_id = "add_thing", request_body = ThingRef,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 204, description = "It is about that")))]
pub(crate) async fn add_thing(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(ThingRef { kind, number }): Json<ThingRef>,
) -> Result<StatusCode, ApiError> {
    desk.add_reference(&actor, ticket, kind.into(), &number).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Say that a ticket is not about something
#[utoipa::path(post, path = "/tickets/{number}/things/remove", tag = "things",
    operation_id = "remove_thing", request_body = ThingRef,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 204, description = "It is not")))]
pub(crate) async fn remove_thing(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(ThingRef { kind, number }): Json<ThingRef>,
) -> Result<StatusCode, ApiError> {
    desk.remove_reference(&actor, ticket, kind.into(), &number).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl From<BusinessRef> for ThingBody {
    fn from(BusinessRef { kind, number, connector, snapshot, state, at }: BusinessRef) -> Self {
        let connector = connector.map(|key| key.0);
        Self { kind: kind.into(), number, connector, state, snapshot, at: at.into() }
    }
}

impl From<ThingNow> for ThingNowBody {
    fn from(ThingNow { was, whose, now, at }: ThingNow) -> Self {
        Self { was: was.into(), system: whose, now: now.into(), looked_at: at.into() }
    }
}

impl From<Sight> for SightBody {
    fn from(sight: Sight) -> Self {
        let (sight, seen, reason) = match sight {
            Sight::Seen(seen) => (SightWord::Seen, seen, None),
            Sight::Nothing { reason } => (SightWord::Nothing, Seen::default(), Some(reason)),
            Sight::NotReachable { trouble } => {
                let reason = Some(trouble.as_str().to_owned());
                (SightWord::NotReachable, Seen::default(), reason)
            }
            Sight::NotConnected => (SightWord::NotConnected, Seen::default(), None),
        };
        let lines = seen.lines.into_iter().map(SeenLineBody::from).collect();
        Self { sight, state: seen.state, lines, reason }
    }
}

impl From<Line> for SeenLineBody {
    fn from(Line { key, label, value }: Line) -> Self {
        Self { key, label, value }
    }
}
