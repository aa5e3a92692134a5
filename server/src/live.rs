//! Server-sent events for the pages: what has changed, so that they ask for it again.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::http::HeaderName;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures::{Stream, stream};

/// Often enough for the proxies that hang up on silence.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// nginx would otherwise collect events until it has a full buffer of them.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

pub fn router() -> Router {
    Router::new().route("/live", get(live))
}

async fn live() -> impl IntoResponse {
    ([UNBUFFERED], Sse::new(hello()).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}

/// Tells the browser at once that it is connected, then waits.
fn hello() -> impl Stream<Item = Result<Event, Infallible>> {
    use futures::StreamExt;
    stream::iter([Ok(Event::default().event("hello").data("{}"))]).chain(stream::pending())
}
