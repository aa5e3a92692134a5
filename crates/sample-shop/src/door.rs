//! Who may come in: whoever signed their request with our secret, about now.

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use channels::signature::{Letter, SIGNATURE, TIMESTAMP};
use domain::time::Timestamp;
use serde_json::json;

use crate::now::now;
use crate::state::Shop;

const LARGEST: usize = 1024 * 1024;

pub async fn signed(State(shop): State<Shop>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    if !is_theirs(&shop, parts.method.as_str(), path, &parts.headers, &body) {
        let body = Json(json!({ "message": "签名不正确" }));
        return (StatusCode::UNAUTHORIZED, body).into_response();
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

fn is_theirs(shop: &Shop, method: &str, path: &str, headers: &HeaderMap, body: &Bytes) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let at = text(TIMESTAMP).and_then(|text| text.parse().ok()).map(Timestamp);
    let (Some(at), Some(signature)) = (at, text(SIGNATURE)) else { return false };
    let letter = Letter { at, method, path, body };
    letter.is_signed(shop.secret(), signature) && (shop.any_time() || letter.is_fresh(now()))
}
