//! `/api/v1/events`: what happens, as it happens (server-sent events).

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use desk::{Desk, LiveItem, LiveStream};
use domain::page::News;
use futures::{Stream, StreamExt};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Query;
use crate::list::said;
use crate::moment::Moment;

/// Often enough for the proxies that hang up on silence.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// How long a reader waits before it comes back.
const RETRY: Duration = Duration::from_secs(2);

/// nginx would otherwise collect events until it has a full buffer of them.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventQuery {
    /// The same as `Last-Event-ID`, for readers that cannot send headers.
    since: Option<String>,
}

/// What the `data` of an event says. The `event` is the same word as `kind`; an event `resync`
/// has no data: too much was missed, and everything has to be asked for anew.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewsBody {
    #[schema(examples("GD-20417"))]
    ticket: String,
    #[schema(examples("reply_sent"))]
    kind: String,
    at: Moment,
}

impl From<News> for NewsBody {
    fn from(News { ticket, kind, at }: News) -> Self {
        Self { ticket: ticket.to_string(), kind, at: at.into() }
    }
}

/// Follow what happens to the tickets one may read. The stream stays open.
#[utoipa::path(get, path = "/events", tag = "events", operation_id = "stream_events",
    params(EventQuery, ("Last-Event-ID" = Option<String>, Header,
        description = "The `id` of the last event that was received: nothing after it is missed")),
    responses((status = 200, description = "Events, as they happen", body = NewsBody,
        content_type = "text/event-stream")))]
pub(crate) async fn stream_events(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(EventQuery { since }): Query<EventQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let after = said(last.map(str::to_owned)).or(said(since));
    let live = desk.live(&actor, after.as_deref()).await?;
    let sse = Sse::new(events(live)).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok(([UNBUFFERED], sse))
}

fn events(live: LiveStream) -> impl Stream<Item = Result<Event, Infallible>> {
    live.map(|item| Ok(event(item)))
}

fn event(item: LiveItem) -> Event {
    match item {
        // Without data: readers remember the id, and are not woken for it.
        LiveItem::Hello { cursor } => Event::default().comment("connected").retry(RETRY).id(cursor),
        LiveItem::News { cursor, news } => {
            let news = NewsBody::from(news);
            let data = serde_json::to_string(&news).unwrap_or_default();
            Event::default().id(cursor).event(news.kind).data(data)
        }
        LiveItem::Resync { cursor } => Event::default().id(cursor).event("resync").data("{}"),
    }
}
