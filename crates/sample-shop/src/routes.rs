//! The map of the shop.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::json;

use crate::state::Shop;
use crate::{acts, control, door};

pub fn router(shop: Shop) -> Router {
    let business = Router::new()
        .route("/orders/{no}", get(order))
        .route("/orders/{no}/confirm-room", post(acts::confirm_room))
        .route("/orders/{no}/refuse-room", post(acts::refuse_room))
        .route("/{what}", post(acts::make))
        .route("/{what}/{no}", get(made))
        .layer(from_fn_with_state(shop.clone(), door::signed));
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .route("/script", post(control::script))
        .route("/ledger", get(control::ledger))
        .route("/emit", post(control::emit))
        .merge(business)
        .with_state(shop)
}

async fn order(State(shop): State<Shop>, Path(no): Path<String>) -> Response {
    let failure = shop.books().next_failure("order");
    if let Some(failure) = &failure
        && let Some(instead) = failure.instead().await
    {
        return instead;
    }
    let order = shop.books().business.order(&no);
    let answer = match order {
        Some(order) => Json(order.view()).into_response(),
        None => missing("订单不存在"),
    };
    match failure {
        Some(failure) => failure.spoil(answer).await,
        None => answer,
    }
}

async fn made(State(shop): State<Shop>, Path((_, no)): Path<(String, String)>) -> Response {
    let made = shop.books().business.made(&no).cloned();
    made.map_or_else(|| missing("单据不存在"), |made| Json(made).into_response())
}

fn missing(reason: &str) -> Response {
    (StatusCode::NOT_FOUND, Json(json!({ "message": reason }))).into_response()
}
