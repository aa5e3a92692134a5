//! Who a partner's contact is: by a signed link and a short session.

use axum::http::HeaderMap;
use axum::http::header::COOKIE as COOKIES;
use desk::Desk;
use domain::narrow::Doorway;
use leptos::prelude::expect_context;
use leptos_axum::extract;

use crate::error::AppError;

/// The session of a contact; it opens no other door, and no other cookie opens this one.
pub const COOKIE: &str = "gongdan_p";

/// What stands behind a link.
pub async fn doorway(link: &str, sent: bool) -> Result<Doorway, AppError> {
    let desk = expect_context::<Desk>();
    let headers: HeaderMap = extract().await.map_err(|_| AppError::Ours)?;
    Ok(desk.doorway(link, session(&headers), sent).await?)
}

pub fn session(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(COOKIES).into_iter();
    all.filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}
