//! Case files to take along, as PDF. That one was taken is recorded, so it is not a page.

use app::ssr::reader_of;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::{Desk, DeskError};
use domain::case_file::{Audience, CaseFile};
use domain::id::TicketNumber;
use domain::invalid::Flaw;
use serde::Deserialize;

use crate::files::{cookie, refuse};

#[derive(Deserialize)]
struct Asked {
    audience: Option<String>,
}

pub fn router(desk: Desk) -> Router {
    Router::new().route("/desk/t/{number}/case.pdf", get(give)).with_state(desk)
}

async fn give(
    State(desk): State<Desk>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let taken = async {
        let number: TicketNumber = number.parse().map_err(|_| DeskError::NotFound)?;
        let audience = audience(asked)?;
        let token = cookie(&headers, "gongdan_desk").ok_or(DeskError::SignedOut)?;
        let me = desk.session(token).await?;
        me.agent().ok_or(DeskError::SignedOut)?;
        desk.take_case_file(&me, number.0, audience).await
    };
    match taken.await {
        Ok(file) => printed(&file, &headers),
        Err(error) => refuse(error),
    }
}

fn audience(asked: Asked) -> desk::Result<Audience> {
    let word = asked.audience.unwrap_or_default();
    let known = if word.is_empty() { Ok(Audience::default()) } else { word.parse() };
    known.map_err(|flaw: Flaw| DeskError::invalid("audience", flaw))
}

fn printed(file: &CaseFile, headers: &HeaderMap) -> Response {
    match print(file, headers) {
        Ok(pdf) => (about(file), pdf).into_response(),
        Err(error) => {
            tracing::error!(%error, ticket = %file.number, "the case file was not printed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn about(file: &CaseFile) -> [(HeaderName, String); 4] {
    let name = format!("{}-{}.pdf", file.number, file.audience.as_str());
    [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ]
}

/// In the language of whoever asks: the one they chose, or the one they accept.
pub fn print(file: &CaseFile, headers: &HeaderMap) -> Result<Vec<u8>, papers::NotPrinted> {
    papers::print(&app::desk::case_file::paper(file, &reader_of(headers)))
}
