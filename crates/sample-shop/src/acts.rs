//! Requests that change something: with a key, done once.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::business::Outcome;
use crate::failure::Failure;
use crate::ledger::{Effect, Said};
use crate::state::{Books, Shop};

pub async fn confirm_room(
    State(shop): State<Shop>,
    Path(no): Path<String>,
    headers: HeaderMap,
) -> Response {
    act(&shop, "confirm_room", &headers, json!({ "order": no })).await
}

pub async fn refuse_room(
    State(shop): State<Shop>,
    Path(no): Path<String>,
    headers: HeaderMap,
) -> Response {
    act(&shop, "refuse_room", &headers, json!({ "order": no })).await
}

/// Refunds, shipments, vouchers, payments, messages.
pub async fn make(
    State(shop): State<Shop>,
    Path(what): Path<String>,
    headers: HeaderMap,
    Json(request): Json<Value>,
) -> Response {
    act(&shop, &what, &headers, request).await
}

async fn act(shop: &Shop, operation: &str, headers: &HeaderMap, request: Value) -> Response {
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok());
    let Some(key) = key else {
        return said(&Outcome::refused(StatusCode::BAD_REQUEST, "缺少 Idempotency-Key"));
    };
    let failure = ask_and_fail(shop, operation, key);
    if let Some(failure) = &failure
        && let Some(instead) = failure.instead().await
    {
        return instead;
    }
    let outcome = once(shop, operation, key, request, failure.as_ref());
    let answer = match outcome {
        Ok(outcome) => said(&outcome),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    };
    match failure {
        Some(failure) => failure.spoil(answer).await,
        None => answer,
    }
}

/// Counts the request, and takes the failure that was meant for it.
fn ask_and_fail(shop: &Shop, operation: &str, key: &str) -> Option<Failure> {
    let mut books = shop.books();
    *books.ledger.asked.entry(key.to_owned()).or_default() += 1;
    books.next_failure(operation)
}

fn once(
    shop: &Shop,
    operation: &str,
    key: &str,
    request: Value,
    failure: Option<&Failure>,
) -> std::io::Result<Outcome> {
    let mut books = shop.books();
    if let Some(known) = books.ledger.said.get(key) {
        return Ok(again(known, operation, &request));
    }
    let outcome = match failure {
        Some(Failure::Refuse { reason }) => Outcome::refused(StatusCode::CONFLICT, reason),
        _ => books.business.act(operation, &request),
    };
    write_down(&mut books, operation, key, request, &outcome);
    shop.keep(&books)?;
    Ok(outcome)
}

fn again(known: &Said, operation: &str, request: &Value) -> Outcome {
    if known.operation != operation || known.request != *request {
        let reason = "这个 Idempotency-Key 已经用于别的请求";
        return Outcome::refused(StatusCode::UNPROCESSABLE_ENTITY, reason);
    }
    let status = StatusCode::from_u16(known.status).unwrap_or(StatusCode::OK);
    Outcome { status, body: known.body.clone(), reference: None }
}

fn write_down(books: &mut Books, operation: &str, key: &str, request: Value, outcome: &Outcome) {
    let (operation, key) = (operation.to_owned(), key.to_owned());
    if let Some(reference) = outcome.reference.clone() {
        let effect = Effect {
            key: key.clone(),
            operation: operation.clone(),
            reference,
            request: request.clone(),
        };
        books.ledger.effects.push(effect);
    }
    let (status, body) = (outcome.status.as_u16(), outcome.body.clone());
    books.ledger.said.insert(key, Said { operation, request, status, body });
}

fn said(Outcome { status, body, .. }: &Outcome) -> Response {
    (*status, Json(body)).into_response()
}
