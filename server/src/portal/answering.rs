//! One answer for two kinds of browser.

use app::error::AppError;
use app::portal::answer::{Answer, Echo};
use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::provide_context;
use leptos_axum::render_app_async_with_context;

use super::Door;
use super::form::Form;
use crate::pages::{self, Programs};

/// The page a form stands on, and the address it was sent to.
pub struct Place {
    pub page: String,
    pub form: String,
}

impl Place {
    /// A form that is sent to its own page.
    pub fn itself(page: &str) -> Self {
        Self { page: page.to_owned(), form: page.to_owned() }
    }
}

/// Tells how it went: `to` is where to go on.
pub async fn answer(
    door: &Door,
    headers: &HeaderMap,
    place: Place,
    form: Form,
    outcome: desk::Result<String>,
) -> Response {
    let outcome = outcome.map_err(AppError::from);
    let status = outcome.as_ref().err().map_or(StatusCode::OK, app::ssr::status_of);
    match outcome {
        Ok(to) if wants_json(headers) => Json(Answer::Done(to)).into_response(),
        Ok(to) => Redirect::to(&to).into_response(),
        Err(why) if wants_json(headers) => (status, Json(Answer::Refused(why))).into_response(),
        Err(why) => {
            let echo = Echo { form: place.form, values: shown_again(form, &why), why };
            (status, page(door, headers, &place.page, echo).await).into_response()
        }
    }
}

/// The same for a form that is always sent the plain way, in the portal or in the workspace.
pub async fn answer_plainly(
    door: &Door,
    headers: &HeaderMap,
    place: Place,
    form: Form,
    outcome: desk::Result<()>,
) -> Response {
    match outcome.map_err(AppError::from) {
        Ok(()) => Redirect::to(&place.page).into_response(),
        Err(why) => {
            let status = app::ssr::status_of(&why);
            let echo = Echo { form: place.form, values: shown_again(form, &why), why };
            (status, page(door, headers, &place.page, echo).await).into_response()
        }
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json")
}

/// Passwords are typed again. A key that was used for something else is not used again.
fn shown_again(form: Form, why: &AppError) -> Vec<(String, String)> {
    let secret = |name: &str| matches!(name, "password" | "old" | "new");
    let spent = |name: &str| name == "key" && *why == AppError::KeyReused;
    form.values.into_iter().filter(|(name, _)| !secret(name) && !spent(name)).collect()
}

/// The page as it is asked for, with the echo of the form.
async fn page(door: &Door, headers: &HeaderMap, address: &str, echo: Echo) -> Response {
    let mut request = Request::new(Body::empty());
    *request.method_mut() = Method::GET;
    *request.uri_mut() = address.parse().unwrap_or_else(|_| Uri::from_static("/"));
    *request.headers_mut() = headers.clone();
    request.headers_mut().remove(CONTENT_TYPE);
    request.headers_mut().remove(CONTENT_LENGTH);
    let fill = pages::context(&door.desk);
    let context = move || {
        fill();
        provide_context(echo.clone());
    };
    let Programs { portal, partner, desk, .. } = door.programs.clone();
    if pages::in_the_workspace(request.uri()) {
        let shell = move || app::desk::shell(desk.clone());
        return render_app_async_with_context(context, shell)(request).await;
    }
    if pages::at_a_partner(request.uri()) {
        let shell = move || app::portal::partner::shell(partner.clone());
        return render_app_async_with_context(context, shell)(request).await;
    }
    let shell = move || app::portal::shell(portal.clone());
    render_app_async_with_context(context, shell)(request).await
}
