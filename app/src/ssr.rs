//! The door from pages and server functions to the server: the only module of `app` that exists
//! on the server alone.

pub mod agent;
pub mod partner;
pub mod portal;
mod saying;

pub use agent::desk;

use std::collections::BTreeMap;

use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_SECURITY_POLICY, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use desk::{Clock, SystemClock};
use domain::connector::{ConnectorKey, OperationKey};
use domain::template::Particulars;
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use crate::error::AppError;
use crate::reader::{CHINA, Reader, Theme};
use crate::words::Lang;

/// Tells the browser that a page runs our own scripts and nothing else.
///
/// The server calls this for each page it renders; the nonce is new each time, and leptos puts it
/// on the scripts by which it streams a page.
pub fn protect_page() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; object-src 'none'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// What another system is asked to do, with what somebody typed.
pub fn errand(
    connector: ConnectorKey,
    operation: OperationKey,
    with: BTreeMap<String, String>,
) -> desk::Errand {
    let typed = |known: Particulars, (name, value): (String, String)| known.with(&name, value);
    desk::Errand {
        connector,
        operation,
        with: with.into_iter().fold(Particulars::default(), typed),
    }
}

/// Finds out who reads: the language they chose or their browser prefers, their looks, the time.
///
/// The server calls this before it renders a page or runs a server function.
pub fn meet_reader() {
    let Some(request) = use_context::<Parts>() else { return };
    provide_context(reader_of(&request.headers));
}

/// The same for what is no page of leptos.
pub fn reader_of(headers: &HeaderMap) -> Reader {
    let lang = cookie(headers, "lang")
        .and_then(Lang::from_tag)
        .or_else(|| header(headers, ACCEPT_LANGUAGE).and_then(Lang::accepted));
    let theme = cookie(headers, "theme").and_then(Theme::from_name);
    Reader {
        lang: lang.unwrap_or_default(),
        theme: theme.unwrap_or_default(),
        offset: CHINA,
        now: SystemClock.now(),
    }
}

/// Lets the status of the answer say what the error says.
pub fn answer_with(error: &AppError) {
    // A page that misses one part is still a page; only what answers a call is the error itself.
    let called = use_context::<Parts>().is_some_and(|it| it.uri.path().starts_with("/sf/"));
    if !called && *error != AppError::NotFound {
        return;
    }
    // A form that was sent without the program is led back to its page, with the error in the
    // address; another status would leave the browser where there is nothing to see.
    if called && use_context::<Parts>().is_some_and(|it| wants_a_page(&it)) {
        return;
    }
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status_of(error));
    }
}

pub fn status_of(error: &AppError) -> StatusCode {
    match error {
        AppError::NotFound => StatusCode::NOT_FOUND,
        AppError::Forbidden => StatusCode::FORBIDDEN,
        AppError::SignedOut => StatusCode::UNAUTHORIZED,
        AppError::NotNow(_)
        | AppError::Supervised
        | AppError::Conflict
        | AppError::NewMessage(_)
        | AppError::KeyReused => StatusCode::CONFLICT,
        AppError::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
        AppError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        AppError::Unreachable => StatusCode::BAD_GATEWAY,
    }
}

fn wants_a_page(request: &Parts) -> bool {
    header(&request.headers, ACCEPT).is_some_and(|accepted| accepted.contains("text/html"))
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    header(headers, COOKIE)?
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}
