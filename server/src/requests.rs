//! What happens to every request: it has an id, it is logged and counted, and a panic in it ends
//! nothing but itself.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use futures::FutureExt;
use tracing::{Instrument, Span};

use crate::problem::problem;
use crate::telemetry::DURATION;

/// The id the caller sent, or the one we gave.
pub fn request_id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-request-id").and_then(|id| id.to_str().ok())
}

/// Every line logged in a request says which request.
pub async fn log(request: Request, next: Next) -> Response {
    let span = tracing::info_span!(
        "request",
        id = request_id(request.headers()),
        method = %request.method(),
        path = request.uri().path(),
    );
    answer_and_log(request, next).instrument(span).await
}

async fn answer_and_log(request: Request, next: Next) -> Response {
    let (begun, quiet) = (Instant::now(), is_quiet(request.uri().path()));
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    if response.status().is_server_error() {
        tracing::warn!(status, ?took, "failed");
    } else if quiet {
        tracing::debug!(status, ?took, "answered");
    } else {
        tracing::info!(status, ?took, "answered");
    }
    response
}

/// Machines look in every few seconds, and every page brings its files: a line for each would bury
/// the rest.
fn is_quiet(path: &str) -> bool {
    ["/pkg/", "/assets/", "/healthz", "/readyz", "/metrics"].iter().any(|it| path.starts_with(it))
}

/// Counts by route, not by path: a million tickets are one line.
pub async fn count(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let labels = [("method", request.method().to_string()), ("route", route.unwrap_or("").into())];
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    let [method, route] = labels;
    let labels = [method, route, ("status", status)];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!(DURATION, &labels).record(begun.elapsed().as_secs_f64());
    response
}

/// A panic is a fault of ours: the caller learns that there was one, the log learns which.
pub async fn survive(request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    AssertUnwindSafe(next.run(request)).catch_unwind().await.unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
        tracing::error!(panic = said, span = ?Span::current().id(), "a handler panicked");
        problem(StatusCode::INTERNAL_SERVER_ERROR, "internal", &headers)
    })
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn a_panic_is_told_without_its_words() {
        let broken = || async { panic!("the secret is 42") as &'static str };
        let router = Router::new().route("/", get(broken)).layer(from_fn(survive));
        let request = Request::get("/").header("x-request-id", "r-1").body(Body::empty()).unwrap();

        let response = router.oneshot(request).await.unwrap();

        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = to_bytes(response.into_body(), 1000).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        assert!(body.contains(r#""request_id":"r-1""#), "{body}");
        assert!(!body.contains("secret"), "{body}");
    }
}
