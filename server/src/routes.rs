//! The map of the server: who answers which path, and what every answer goes through.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use desk::Desk;
use domain::case_file::CaseFile;
use metrics_exporter_prometheus::PrometheusHandle;
use store::Store;
use tokio_util::sync::CancellationToken;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;

use crate::config::Settings;
use crate::pages::Programs;
use crate::proxy::Between;
use crate::site::Site;
use crate::{
    assets, case_file, files, health, live, pages, portal, proxy, requests, security, streams,
};

/// Until the first byte of the answer; a stream may then go on.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// All the parts a request may need.
pub struct House {
    pub settings: Settings,
    pub store: Store,
    pub desk: Desk,
    pub site: Site,
    pub stop: CancellationToken,
    pub metrics: PrometheusHandle,
}

pub fn router(house: House) -> Router {
    let limit = house.settings.body_limit_mb * 1024 * 1024;
    let browsers = Router::new()
        .merge(pages::router(&house.site, &house.desk))
        .merge(files::router(house.desk.clone()))
        .merge(case_file::router(house.desk.clone()))
        .merge(portal::router(house.desk.clone(), Programs::of(&house.site)))
        .merge(live::router(house.desk.clone()));
    let router = security::from_our_pages(browsers, house.settings.public_url.as_deref())
        .merge(health::router(house.store, house.metrics))
        .merge(assets::router(house.site))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(limit))
        // It keeps the same limit by itself, to refuse with a problem.
        .merge(api::router(house.desk, print).layer(DefaultBodyLimit::max(limit)))
        .layer(from_fn_with_state(house.stop, streams::watch))
        .layer(CompressionLayer::new().compress_when(worth_it()))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_WAIT))
        .layer(from_fn(requests::survive))
        .layer(from_fn(requests::count));
    let between = if house.settings.behind_proxy { Between::Proxy } else { Between::Nothing };
    identified(security::with_headers(router).layer(from_fn(requests::log)))
        .layer(from_fn_with_state(between, proxy::settle_origin))
}

/// A release has the browser programs compressed already. Development does not, and would spend
/// seconds on thirty megabytes for every browser that comes, though it stands beside the server.
fn worth_it() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("application/wasm"))
}

/// What programs get as PDF; why there is none is ours to log.
fn print(file: &CaseFile, headers: &HeaderMap) -> Option<Vec<u8>> {
    let printed = case_file::print(file, headers);
    printed.inspect_err(|error| tracing::error!(%error, ticket = %file.number, "not printed")).ok()
}

/// The caller's request id is kept, so that a proxy's log and ours say the same.
fn identified(router: Router) -> Router {
    let name = HeaderName::from_static("x-request-id");
    router
        .layer(PropagateRequestIdLayer::new(name.clone()))
        .layer(SetRequestIdLayer::new(name, MakeRequestUuid))
}
