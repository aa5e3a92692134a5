//! What browsers are told not to do with our answers, and which of their requests are refused.
//!
//! The pages' own content security policy needs a nonce and is in `app::ssr`.

use axum::Router;
use axum::http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::problem::problem;

const HEADERS: [(HeaderName, &str); 6] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "geolocation=(), microphone=(), payment=()"),
    // What is not a page loads nothing and stands in no frame.
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
];

/// Sets the headers where a handler has not said otherwise.
pub fn with_headers(router: Router) -> Router {
    HEADERS.into_iter().fold(router, |router, (name, value)| {
        let value = HeaderValue::from_static(value);
        router.layer(SetResponseHeaderLayer::if_not_present(name, value))
    })
}

/// Refuses what another site's page makes a browser send us with our cookie.
///
/// Programs send neither `Sec-Fetch-Site` nor `Origin` and are let through: they have no cookie to
/// be abused, and their tokens are asked for elsewhere.
pub fn from_our_pages(router: Router, public_url: Option<&str>) -> Router {
    let layer = CsrfLayer::new();
    let layer = match public_url {
        Some(origin) => layer.add_trusted_origin(origin).expect("the settings are checked"),
        None => layer,
    };
    router.layer(layer.with_rejection_response(|_: ProtectionError| {
        problem(StatusCode::FORBIDDEN, "cross_site", &HeaderMap::new())
    }))
}
