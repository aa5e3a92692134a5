//! A partner's contact: the code, the way in, and the answer.

use app::ssr::partner::{COOKIE, session};
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use desk::SignedIn;
use domain::id::AttachmentId;

use super::answering::{Place, answer_plainly};
use super::form::Form;
use super::narrow::{give, say};
use super::{Door, caller};

/// As long as a contact's session lasts at the most; the desk may end it sooner.
const SECONDS: i64 = 2 * 60 * 60;

pub async fn code(
    State(door): State<Door>,
    Path(link): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let sent = door.desk.request_partner_code(&link, &caller(&headers)).await;
    let page = if sent.is_ok() { format!("/p/{link}?sent=1") } else { format!("/p/{link}") };
    let place = Place { page, form: format!("/p/{link}/code") };
    answer_plainly(&door, &headers, place, form, sent).await
}

pub async fn enter(
    State(door): State<Door>,
    Path(link): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let typed = form.text("code").unwrap_or_default();
    let (from, before) = (caller(&headers), session(&headers));
    let entered = door.desk.enter_as_partner(&link, &typed, &from, before).await;
    let (token, outcome) = match entered {
        Ok(SignedIn { token, .. }) => (Some(token), Ok(())),
        Err(error) => (None, Err(error)),
    };
    let place = Place { page: format!("/p/{link}"), form: format!("/p/{link}/enter") };
    let mut response = answer_plainly(&door, &headers, place, form, outcome).await;
    if let Some(token) = token {
        keep(&mut response, &headers, &token);
    }
    response
}

pub async fn answer(
    State(door): State<Door>,
    Path(link): Path<String>,
    headers: HeaderMap,
    mut form: Form,
) -> Response {
    let outcome = async {
        let (who, task) = door.desk.link_partner(&link, session(&headers)).await?;
        say(&door.desk, &who, task, &mut form).await
    };
    let outcome = outcome.await;
    let place = Place { page: format!("/p/{link}"), form: format!("/p/{link}/answer") };
    answer_plainly(&door, &headers, place, form, outcome).await
}

pub async fn file(
    State(door): State<Door>,
    Path((link, file)): Path<(String, AttachmentId)>,
    headers: HeaderMap,
) -> Response {
    let given = async {
        let (who, _) = door.desk.link_partner(&link, session(&headers)).await?;
        door.desk.download(&who, file).await
    };
    give(given.await)
}

/// The cookie is sent to partners' pages and nowhere else.
fn keep(response: &mut Response, headers: &HeaderMap, token: &str) {
    let https =
        headers.get("x-forwarded-proto").is_some_and(|scheme| scheme.as_bytes() == b"https");
    let secure = if https { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={token}; Path=/p; Max-Age={SECONDS}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
