//! A customer's account: in, out, and the password.

use app::ssr::portal::{COOKIE, by_cookie, cookie};
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::IntoResponse;
use axum::response::{Redirect, Response};
use desk::{NewCustomer, SignedIn};

use super::answering::{Place, answer};
use super::form::Form;
use super::{Door, caller};

/// As long as a session lasts at the most; the desk may end it sooner.
const DAYS: i64 = 30;

pub async fn sign_in(State(door): State<Door>, headers: HeaderMap, form: Form) -> Response {
    let [contact, password] = ["contact", "password"].map(|it| form.text(it).unwrap_or_default());
    let session = door.desk.sign_in_customer(&contact, &password, &caller(&headers)).await;
    enter(door, headers, "/sign-in", form, session).await
}

pub async fn register(State(door): State<Door>, headers: HeaderMap, form: Form) -> Response {
    let new = NewCustomer {
        name: form.text("name").unwrap_or_default(),
        phone: form.text("phone"),
        email: form.text("email"),
        password: form.text("password").unwrap_or_default(),
    };
    let session = door.desk.register_customer(new, &caller(&headers)).await;
    enter(door, headers, "/register", form, session).await
}

pub async fn password(State(door): State<Door>, headers: HeaderMap, form: Form) -> Response {
    let [old, new] = ["old", "new"].map(|it| form.text(it).unwrap_or_default());
    let session = async {
        let who = by_cookie(&door.desk, &headers).await?;
        door.desk.change_password(&who, &old, &new).await
    }
    .await;
    enter(door, headers, "/password", form, session).await
}

pub async fn forgot(State(door): State<Door>, headers: HeaderMap, form: Form) -> Response {
    let contact = form.text("contact").unwrap_or_default();
    let asked = door.desk.request_reset(&contact, &caller(&headers)).await;
    let to = asked.map(|()| "/reset".to_owned());
    answer(&door, &headers, Place::itself("/forgot"), form, to).await
}

pub async fn reset(State(door): State<Door>, headers: HeaderMap, form: Form) -> Response {
    let [code, new] = ["code", "new"].map(|it| form.text(it).unwrap_or_default());
    let session = door.desk.reset_password(&code, &new).await;
    enter(door, headers, "/reset", form, session).await
}

pub async fn sign_out(State(door): State<Door>, headers: HeaderMap) -> Response {
    if let Some(token) = cookie(&headers)
        && let Err(error) = door.desk.sign_out(token).await
    {
        tracing::warn!(%error, "a session could not be ended");
    }
    with_cookie(Redirect::to("/").into_response(), &headers, "", 0)
}

/// Keeps the new session in the browser, or says why there is none.
async fn enter(
    door: Door,
    headers: HeaderMap,
    page: &str,
    form: Form,
    session: desk::Result<SignedIn>,
) -> Response {
    let (token, outcome) = match session {
        Ok(session) => (Some(session.token), Ok("/my".to_owned())),
        Err(error) => (None, Err(error)),
    };
    let response = answer(&door, &headers, Place::itself(page), form, outcome).await;
    match token {
        Some(token) => with_cookie(response, &headers, &token, DAYS * 24 * 60 * 60),
        None => response,
    }
}

fn with_cookie(mut response: Response, headers: &HeaderMap, token: &str, seconds: i64) -> Response {
    let https =
        headers.get("x-forwarded-proto").is_some_and(|scheme| scheme.as_bytes() == b"https");
    let secure = if https { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
