//! Where logs and figures go.

use std::io::IsTerminal;
use std::sync::OnceLock;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, Settings};

pub const DURATION: &str = "http_request_duration_seconds";

/// From a cached page to a slow report.
const SECONDS: [f64; 10] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

pub fn start(settings: &Settings) {
    let logs = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.log_filter))
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Text => logs.init(),
        LogFormat::Json => logs.json().flatten_event(true).init(),
    }
}

/// The figures of this process, for `/metrics`. There is one book of them, however often it is
/// asked for.
pub fn metrics() -> PrometheusHandle {
    static BOOK: OnceLock<PrometheusHandle> = OnceLock::new();
    BOOK.get_or_init(|| {
        PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &SECONDS)
            .and_then(PrometheusBuilder::install_recorder)
            .expect("the buckets are not empty and nobody else installs a recorder")
    })
    .clone()
}
