//! Answers that stay open: counted while they run, and ended when the server stops. Without the
//! latter a graceful stop would wait for browsers that never hang up.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::Response;
use futures::StreamExt;
use tokio_util::sync::CancellationToken;

const LIVE: &str = "live_streams";

/// Looks at every answer, so that whoever streams does not have to think of it.
pub async fn watch(
    State(stop): State<CancellationToken>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    if is_stream(&response) { response.map(|body| watched(body, stop)) } else { response }
}

/// Shows the figure from the start: nothing is a figure, too.
pub fn none_yet() {
    metrics::gauge!(LIVE).set(0.0);
}

fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}

fn watched(body: Body, stop: CancellationToken) -> Body {
    let counted = Counted::new();
    let events = body.into_data_stream().take_until(stop.cancelled_owned());
    Body::from_stream(events.map(move |event| {
        // The count ends when the stream is dropped, by whichever side.
        let _ = &counted;
        event
    }))
}

struct Counted;

impl Counted {
    fn new() -> Self {
        metrics::gauge!(LIVE).increment(1.0);
        Self
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        metrics::gauge!(LIVE).decrement(1.0);
    }
}
