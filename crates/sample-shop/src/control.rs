//! What tests tell the shop, and ask it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use channels::{Request, Secret};
use domain::connector::operation::Method;
use domain::outbox::Answer;
use domain::time::{Span, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::now::now;
use crate::state::Shop;

#[derive(Deserialize)]
pub struct Script {
    operation: String,
    failure: Failure,
    #[serde(default = "one")]
    times: usize,
}

const fn one() -> usize {
    1
}

pub async fn script(State(shop): State<Shop>, Json(script): Json<Script>) -> StatusCode {
    let failures = std::iter::repeat_n(script.failure, script.times);
    shop.books().script.entry(script.operation).or_default().extend(failures);
    StatusCode::NO_CONTENT
}

pub async fn ledger(State(shop): State<Shop>) -> Json<Value> {
    Json(shop.books().ledger.view())
}

/// An event, and how to make a bad one.
#[derive(Deserialize)]
pub struct Emit {
    id: String,
    kind: String,
    #[serde(default)]
    data: Value,
    /// Signed at this time, and not now.
    at: Option<i64>,
    /// Signed with this, and not with our secret.
    secret: Option<String>,
    /// Sent there, and not to the desk of `--desk`.
    to: Option<String>,
}

/// Tells the desk, and answers what it said.
pub async fn emit(State(shop): State<Shop>, Json(emit): Json<Emit>) -> Response {
    let desk = emit.to.as_deref().or(shop.desk()).unwrap_or_default();
    let Some((base_url, path)) = split(desk) else {
        return (StatusCode::BAD_REQUEST, "nobody said where the desk is").into_response();
    };
    let request = Request {
        hosts: vec![base_url.trim_start_matches("https://").trim_start_matches("http://").into()],
        base_url,
        timeout: Span::seconds(10),
        method: Method::Post,
        path,
        body: Some(json!({ "id": emit.id, "kind": emit.kind, "data": emit.data })),
        key: None,
        secret: Some(emit.secret.map_or_else(|| shop.secret().clone(), Secret::new)),
        at: emit.at.map_or_else(now, Timestamp),
    };
    match shop.http().ask(&request).await {
        Answer::Said { status, body } => {
            let body: Value = serde_json::from_str(&body).unwrap_or(Value::String(body));
            Json(json!({ "status": status, "body": body })).into_response()
        }
        Answer::Nothing(trouble) => (StatusCode::BAD_GATEWAY, trouble.as_str()).into_response(),
    }
}

/// `http://host:port` and the path behind it.
fn split(url: &str) -> Option<(String, String)> {
    let start = url.find("://")? + "://".len();
    let slash = url[start..].find('/').map(|at| at + start)?;
    Some((url[..slash].to_owned(), url[slash..].to_owned()))
}
