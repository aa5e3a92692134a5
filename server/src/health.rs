//! Three questions a machine asks: are you running, can you work, how much have you done?

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use store::Store;

pub fn router(store: Store, metrics: PrometheusHandle) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "running" }))
        .route("/readyz", get(move || ready(store.clone())))
        .route("/metrics", get(move || std::future::ready(figures(&metrics))))
}

/// Ready means that the database answers; what it says otherwise is for the log alone.
async fn ready(store: Store) -> (StatusCode, &'static str) {
    match store.read().await {
        Ok(_) => (StatusCode::OK, "ready"),
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

fn figures(metrics: &PrometheusHandle) -> impl IntoResponse + use<> {
    metrics.run_upkeep();
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], metrics.render())
}
