//! Three questions a machine asks: are you running, can you work, how much have you done?

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;

pub fn router(metrics: PrometheusHandle) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "running" }))
        .route("/readyz", get(|| async { "ready" }))
        .route("/metrics", get(move || figures(metrics.clone())))
}

async fn figures(metrics: PrometheusHandle) -> impl IntoResponse {
    metrics.run_upkeep();
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], metrics.render())
}
