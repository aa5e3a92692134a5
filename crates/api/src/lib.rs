//! The JSON API: a promise to strangers.
//!
//! Its types are its own, so that the desk can change without breaking anyone: every body is made
//! by taking a domain value apart, and a new field there is a decision here. The OpenAPI document
//! comes from the handlers and is locked by a snapshot test.
//!
//! What does not live here: permissions and rules. Each handler reads the request, calls one
//! operation of the desk, and says the answer.

use axum::http::HeaderMap;
use axum::middleware::from_fn_with_state;
use axum::routing::any;
use axum::{Extension, Router};
use desk::Desk;
use domain::case_file::CaseFile;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::error::ApiError;

mod attachments;
mod auth;
mod board;
mod calculators;
mod categories;
mod connectors;
mod counts;
mod customers;
mod docs;
mod error;
mod events;
mod extract;
mod flows;
mod idempotency;
mod inbound;
mod list;
mod moment;
mod openapi;
mod partner;
mod people;
mod reference;
mod step_times;
mod supervisions;
mod tasks;
mod tickets;
mod words;
mod worklist;

/// Makes a PDF of a case file, in the language the headers ask for. There is no printer in here.
pub type Print = fn(&CaseFile, &HeaderMap) -> Option<Vec<u8>>;

/// Everything under `/api`.
pub fn router(desk: Desk, print: Print) -> Router {
    let (v1, document) = v1().split_for_parts();
    Router::new()
        .merge(v1)
        .route("/api", any(nothing_here))
        .route("/api/", any(nothing_here))
        .route("/api/{*rest}", any(nothing_here))
        .with_state(desk.clone())
        .merge(docs::router(document))
        .layer(Extension(print))
        .layer(from_fn_with_state(desk, error::finish))
}

/// What `/api/openapi.json` says.
pub fn document() -> OpenApi {
    v1().into_openapi()
}

fn v1() -> OpenApiRouter<Desk> {
    let routes = OpenApiRouter::new()
        .merge(tickets::routes())
        .merge(attachments::routes())
        .merge(supervisions::routes())
        .merge(calculators::routes())
        .merge(connectors::routes())
        .routes(routes!(worklist::list_worklist))
        .routes(routes!(counts::get_counts))
        .routes(routes!(tasks::claim_task))
        .routes(routes!(tasks::complete_task))
        .routes(routes!(tasks::send_back_task))
        .routes(routes!(partner::list_partner_tasks))
        .routes(routes!(partner::get_partner_task))
        .routes(routes!(partner::answer_partner_task))
        .routes(routes!(categories::list_categories))
        .routes(routes!(categories::get_category_form))
        .routes(routes!(flows::list_flows))
        .routes(routes!(flows::get_flow))
        .routes(routes!(flows::put_flow_draft))
        .routes(routes!(flows::publish_flow))
        .routes(routes!(customers::list_customers))
        .routes(routes!(customers::get_customer))
        .routes(routes!(people::get_me))
        .routes(routes!(people::list_groups))
        .routes(routes!(people::list_agents))
        .routes(routes!(board::get_board))
        .routes(routes!(step_times::list_step_times))
        .routes(routes!(board::list_behind_number))
        .routes(routes!(inbound::tell_event))
        .routes(routes!(events::stream_events));
    let mut nested = OpenApiRouter::with_openapi(openapi::skeleton()).nest("/api/v1", routes);
    openapi::complete(nested.get_openapi_mut());
    nested
}

async fn nothing_here() -> ApiError {
    ApiError::not_found()
}
