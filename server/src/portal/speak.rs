//! Another language from here on.

use app::words::Lang;
use axum::extract::Path;
use axum::http::header::{REFERER, SET_COOKIE};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};

const YEAR: i64 = 31_536_000;

/// Remembers it, and goes back to where the reader was.
pub async fn speak(Path(lang): Path<String>, headers: HeaderMap) -> Response {
    let lang = Lang::from_tag(&lang).unwrap_or_default().tag();
    let cookie = format!("lang={lang}; Path=/; Max-Age={YEAR}; SameSite=Lax");
    ([(SET_COOKIE, cookie)], Redirect::to(&back(&headers))).into_response()
}

/// Only the path: the site is always ours.
fn back(headers: &HeaderMap) -> String {
    let from = headers.get(REFERER).and_then(|from| from.to_str().ok());
    let from = from.and_then(|from| from.parse::<Uri>().ok());
    let path = from.as_ref().and_then(Uri::path_and_query).map(ToString::to_string);
    path.filter(|path| path.starts_with('/') && !path.starts_with("//")).unwrap_or("/".into())
}
