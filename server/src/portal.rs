//! What the portal's forms are answered with.
//!
//! A form comes from a browser with our program or without it, to the same address. With it the
//! answer is JSON; without it, it is a redirect, or the same page with what was typed and what is
//! wrong with it.

mod account;
mod answering;
mod filing;
mod following;
mod form;
mod narrow;
mod partner;
mod speak;
mod uploading;

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::{get, post};
use desk::Desk;

use crate::pages::Programs;

/// What every handler here needs.
#[derive(Clone)]
pub struct Door {
    pub desk: Desk,
    /// To show a page again.
    pub programs: Programs,
}

pub fn router(desk: Desk, programs: Programs) -> Router {
    Router::new()
        .route("/new", post(filing::file))
        .route("/new/files", post(uploading::before_filing))
        .route("/t/{number}/files", post(uploading::before_reply))
        .route("/t/{number}/reply", post(following::reply))
        .route("/t/{number}/answer", post(following::answer_question))
        .route("/t/{number}/urge", post(following::urge))
        .route("/t/{number}/reopen", post(following::reopen))
        .route("/t/{number}/close", post(following::close))
        .route("/t/{number}/rate", post(following::rate))
        .route("/sign-in", post(account::sign_in))
        .route("/register", post(account::register))
        .route("/password", post(account::password))
        .route("/forgot", post(account::forgot))
        .route("/reset", post(account::reset))
        .route("/sign-out", post(account::sign_out))
        .route("/speak/{lang}", get(speak::speak))
        .route("/p/{link}/code", post(partner::code))
        .route("/p/{link}/enter", post(partner::enter))
        .route("/p/{link}/answer", post(partner::answer))
        .route("/p/{link}/files/{file}", get(partner::file))
        .route("/desk/tasks/{task}/answer", post(narrow::answer))
        .route("/desk/tasks/{task}/files/{file}", get(narrow::file))
        .with_state(Door { desk, programs })
}

/// Where the caller is. `proxy` has seen to it that this is one address and true.
fn caller(headers: &HeaderMap) -> String {
    let said = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    said.unwrap_or("unknown").to_owned()
}
