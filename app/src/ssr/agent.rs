//! Who an agent is: by their own cookie, which opens no customer's door.

use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use desk::{Clock, Desk, DeskError, SignedIn, SystemClock};
use domain::actor::Actor;
use domain::time::Span;
use leptos::prelude::{expect_context, use_context};
use leptos_axum::ResponseOptions;

use super::{cookie, header};
use crate::error::AppError;

pub const COOKIE: &str = "gongdan_desk";

/// The desk, and who is standing at it.
pub async fn desk() -> Result<(Desk, Actor), AppError> {
    let desk = use_context::<Desk>().ok_or(AppError::Ours)?;
    match by_cookie(&desk).await? {
        me @ Actor::Agent(_) => Ok((desk, me)),
        _ => Err(DeskError::SignedOut.into()),
    }
}

/// The desk, for somebody who is not signed in yet.
pub fn door() -> Desk {
    expect_context()
}

/// The value of the session's cookie.
pub fn token() -> Option<String> {
    let request = use_context::<Parts>()?;
    cookie(&request.headers, COOKIE).map(str::to_owned)
}

/// Where the request comes from, for the rate limit.
pub fn address() -> String {
    use_context::<Parts>()
        .and_then(|request| {
            header(&request.headers, "x-forwarded-for".parse().ok()?).map(first_of_list)
        })
        .unwrap_or_else(|| "unknown".into())
}

/// Lets the browser keep a session.
pub fn keep(session: &SignedIn) {
    let seconds = (session.expires_at - SystemClock.now()).0 / Span::seconds(1).0;
    set_cookie(&session.token, seconds);
}

pub fn forget() {
    set_cookie("", 0);
}

async fn by_cookie(desk: &Desk) -> Result<Actor, AppError> {
    match token() {
        Some(token) => Ok(desk.session(&token).await?),
        None => Ok(Actor::Visitor),
    }
}

fn first_of_list(list: &str) -> String {
    list.split(',').next().unwrap_or_default().trim().to_owned()
}

fn set_cookie(value: &str, seconds: i64) {
    let secure = if by_https() { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let (Some(response), Ok(cookie)) =
        (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie))
    {
        response.append_header(SET_COOKIE, cookie);
    }
}

/// A proxy in front says how the browser came; pages send where they are from.
fn by_https() -> bool {
    use_context::<Parts>().is_some_and(|request| {
        let forwarded = request.headers.get("x-forwarded-proto");
        let origin = request.headers.get("origin");
        forwarded.is_some_and(|scheme| scheme == "https")
            || origin.is_some_and(|origin| origin.as_bytes().starts_with(b"https://"))
    })
}

/// Where to go after the door: inside, and nowhere else.
pub fn inside(next: &str) -> &str {
    let ours = ["/desk", "/boards", "/admin"].iter().any(|start| {
        next.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    });
    if ours && !next.starts_with("/desk/sign-in") { next } else { "/desk" }
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_sent_elsewhere_after_signing_in() {
        assert_eq!(inside("/desk/t/GD-1?shelf=mine"), "/desk/t/GD-1?shelf=mine");
        for elsewhere in
            ["", "//evil.example", "https://evil.example/desk", "/desk.evil", "/admins", "/my"]
        {
            assert_eq!(inside(elsewhere), "/desk", "{elsewhere}");
        }
    }
}
