//! Errors the server itself answers, as problem+json (RFC 9457): nothing of what went wrong inside.

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::requests::request_id;

/// What to answer: `code` is for programs, the request id is for asking the people who run us.
pub fn problem(status: StatusCode, code: &str, headers: &HeaderMap) -> Response {
    let body = json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "code": code,
        "request_id": request_id(headers),
    });
    (status, [(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}
