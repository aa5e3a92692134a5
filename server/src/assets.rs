//! Answers with files: `/pkg/…` is the browser programs, `/assets/…` is what is in `public/`.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::site::{File, Site};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";

pub fn router(site: Site) -> Router {
    Router::new()
        .route("/pkg/{*file}", get(answer))
        .route("/assets/{*file}", get(answer))
        .with_state(site)
}

async fn answer(State(site): State<Site>, uri: Uri, headers: HeaderMap) -> Response {
    match site.file(uri.path().trim_start_matches('/')) {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(file) if has_it(&headers, file) => {
            (StatusCode::NOT_MODIFIED, about(file)).into_response()
        }
        Some(file) => (about(file), content(file, &headers)).into_response(),
    }
}

fn has_it(headers: &HeaderMap, file: &File) -> bool {
    let known = headers.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    known.is_some_and(|tags| tags.contains(&file.tag))
}

fn about(file: &File) -> [(HeaderName, String); 4] {
    let caching = if file.immutable { FOR_EVER } else { ASK_EACH_TIME };
    let (kind, tag) = (file.kind.to_owned(), file.tag.clone());
    [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, caching.to_owned()),
        (ETAG, tag),
        (VARY, "accept-encoding".to_owned()),
    ]
}

/// The smallest variant the browser can read.
fn content(file: &File, headers: &HeaderMap) -> Response {
    let variants = [("br", &file.brotli), ("gzip", &file.gzip)];
    let best = variants.into_iter().find_map(|(name, variant)| {
        variant.as_ref().filter(|_| accepts(headers, name)).map(|bytes| (name, bytes))
    });
    match best {
        Some((name, bytes)) => ([(CONTENT_ENCODING, name)], body(bytes)).into_response(),
        None => body(&file.plain).into_response(),
    }
}

fn body(bytes: &Bytes) -> Body {
    Body::from(bytes.clone())
}

fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.unwrap_or_default().split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        name.trim() == encoding && !matches!(weight.trim(), "q=0" | "q=0.0")
    })
}
