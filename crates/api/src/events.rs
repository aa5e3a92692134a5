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

/// An event, as the stream carries it.
#[derive(ToSchema)]
#[expect(dead_code, reason = "axum writes events; this is for the document")]
pub(crate) struct EventBody {
    /// Send it as `Last-Event-ID` to hear what came after.
    id: String,
    /// What happened, in a word; or `resync`.
    event: String,
    /// A `NewsBody` as JSON.
    #[schema(
        content_media_type = "application/json",
        examples(r#"{"ticket":"GD-20417","kind":"reply_sent","at":"2026-11-22T08:30:00Z"}"#)
    )]
    data: String,
}

/// What the `data` of an event says. The `event` is the same word as `kind`.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewsBody {
    /// The ticket it happened to; `null` for `resync`.
    #[schema(examples("GD-20417"))]
    ticket: Option<String>,
    /// As in a timeline; or `resync`: too much was missed, ask for everything anew.
    #[schema(examples("reply_sent"))]
    kind: String,
    at: Moment,
}

impl From<News> for NewsBody {
    fn from(News { ticket, kind, at }: News) -> Self {
        Self { ticket: Some(ticket.to_string()), kind, at: at.into() }
    }
}

/// Follow what happens to the tickets one may read. The stream stays open.
#[utoipa::path(get, path = "/events", tag = "events", operation_id = "stream_events",
    params(EventQuery, ("Last-Event-ID" = Option<String>, Header,
        description = "The `id` of the last event that was received: nothing after it is missed")),
    responses((status = 200, description = "Events, as they happen", body = EventBody,
        content_type = "text/event-stream")))]
pub(crate) async fn stream_events(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(EventQuery { since }): Query<EventQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let after = last.or(since.as_deref()).filter(|place| !place.is_empty());
    let live = desk.live(&actor, after).await?;
    let sse = Sse::new(events(desk, live)).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok(([UNBUFFERED], sse))
}

fn events(desk: Desk, live: LiveStream) -> impl Stream<Item = Result<Event, Infallible>> {
    live.map(move |item| Ok(event(&desk, item)))
}

fn event(desk: &Desk, item: LiveItem) -> Event {
    match item {
        // Without data: readers remember the id, and are not woken for it.
        LiveItem::Hello { cursor } => Event::default().comment("connected").retry(RETRY).id(cursor),
        LiveItem::News { cursor, news } => told(cursor, news.into()),
        LiveItem::Resync { cursor } => {
            let (kind, at) = ("resync".to_owned(), desk.now().into());
            told(cursor, NewsBody { ticket: None, kind, at })
        }
    }
}

fn told(cursor: String, news: NewsBody) -> Event {
    let data = serde_json::to_string(&news).unwrap_or_default();
    Event::default().id(cursor).event(news.kind).data(data)
}
