//! Server-sent events for the pages: what has changed, so that they ask for it again.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use desk::{Desk, DeskError, LiveItem, LiveStream};
use domain::actor::Actor;
use domain::id::TicketNumber;
use futures::{Stream, StreamExt};
use serde::Deserialize;

/// Often enough for the proxies that hang up on silence.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How soon a browser that lost us comes back.
const RETRY: Duration = Duration::from_secs(2);
/// How often it is asked whether whoever listens is still signed in.
const TRUST: Duration = Duration::from_mins(1);

/// nginx would otherwise collect events until it has a full buffer of them.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

/// The session of an agent, and that of a customer.
const AGENTS: &str = "gongdan_desk";
const CUSTOMERS: &str = "gongdan_my";

pub fn router(desk: Desk) -> Router {
    Router::new()
        .route("/live", get(for_agents))
        .route("/t/{number}/live", get(for_customers))
        .with_state(desk)
}

#[derive(Deserialize)]
struct Asked {
    /// The key of a signed link.
    k: Option<String>,
    /// What `Last-Event-ID` says, for a page that was rendered at that moment.
    after: Option<String>,
}

async fn for_agents(
    State(desk): State<Desk>,
    jar: CookieJar,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<impl IntoResponse, StatusCode> {
    let token = jar.get(AGENTS).ok_or(StatusCode::UNAUTHORIZED)?.value().to_owned();
    let me = desk.session(&token).await.map_err(status)?;
    let items = listen(&desk, &me, &headers, &asked).await?;
    Ok(sent(items.take_until(signed_out(desk, token, me))))
}

async fn for_customers(
    State(desk): State<Desk>,
    Path(number): Path<TicketNumber>,
    jar: CookieJar,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<impl IntoResponse, StatusCode> {
    let me = match asked.k.as_deref().filter(|key| !key.is_empty()) {
        Some(key) => desk.link_holder(number.0, key).await.map_err(status)?,
        None => customer(&desk, &jar).await?,
    };
    // The page itself decides whether this ticket may be followed.
    desk.progress(&me, number.0).await.map_err(status)?;
    let items = listen(&desk, &me, &headers, &asked).await?;
    Ok(sent(items.filter(move |item| std::future::ready(is_about(item, number)))))
}

async fn customer(desk: &Desk, jar: &CookieJar) -> Result<Actor, StatusCode> {
    let token = jar.get(CUSTOMERS).ok_or(StatusCode::NOT_FOUND)?;
    desk.session(token.value()).await.map_err(status)
}

async fn listen(
    desk: &Desk,
    me: &Actor,
    headers: &HeaderMap,
    asked: &Asked,
) -> Result<LiveStream, StatusCode> {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    desk.live(me, last.or(asked.after.as_deref())).await.map_err(status)
}

const fn is_about(item: &LiveItem, number: TicketNumber) -> bool {
    match item {
        LiveItem::News { news, .. } => news.ticket.0.0 == number.0.0,
        LiveItem::Hello { .. } | LiveItem::Resync { .. } => true,
    }
}

/// Returns when the session does not open this door any more.
async fn signed_out(desk: Desk, token: String, me: Actor) {
    loop {
        tokio::time::sleep(TRUST).await;
        let now = desk.session(&token).await;
        if !now.is_ok_and(|now| same_agent(&now, &me)) {
            return;
        }
    }
}

fn same_agent(now: &Actor, then: &Actor) -> bool {
    now.agent().map(|agent| agent.id) == then.agent().map(|agent| agent.id)
}

fn sent(items: impl Stream<Item = LiveItem> + Send + 'static) -> impl IntoResponse {
    let events = items.map(|item| Ok::<_, Infallible>(event(item)));
    ([UNBUFFERED], Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}

fn event(item: LiveItem) -> Event {
    match item {
        LiveItem::Hello { cursor } => {
            Event::default().event("hello").id(cursor).retry(RETRY).data("{}")
        }
        LiveItem::News { cursor, news } => {
            let data = serde_json::to_string(&news).unwrap_or_default();
            Event::default().event("news").id(cursor).data(data)
        }
        LiveItem::Resync { cursor } => Event::default().event("resync").id(cursor).data("{}"),
    }
}

fn status(error: DeskError) -> StatusCode {
    match error {
        DeskError::SignedOut => StatusCode::UNAUTHORIZED,
        DeskError::Forbidden => StatusCode::FORBIDDEN,
        DeskError::Store(error) => {
            tracing::error!(%error, "a live stream cannot be opened");
            StatusCode::INTERNAL_SERVER_ERROR
        }
        _ => StatusCode::NOT_FOUND,
    }
}
