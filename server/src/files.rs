//! Files: taken in before they are sent with anything, and given to those who may see them.

use app::error::AppError;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HeaderName,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use bytes::Bytes;
use desk::{Desk, DeskError, Upload};
use domain::actor::Actor;
use domain::id::AttachmentId;
use domain::invalid::Flaw;
use domain::message::Attachment;
use serde::Deserialize;
use serde_json::json;

/// Shown in the page; everything else is saved.
const SHOWN: [&str; 4] = ["image/jpeg", "image/png", "image/gif", "image/webp"];
/// An agent's comes before a customer's.
const COOKIES: [&str; 2] = ["gongdan_desk", "gongdan_my"];

#[derive(Deserialize)]
struct Link {
    /// The key of the ticket's link.
    k: Option<String>,
}

pub fn router(desk: Desk) -> Router {
    Router::new().route("/files", post(take_in)).route("/files/{id}", get(give)).with_state(desk)
}

/// Answers with the id, and for a visitor with the key that proves whose it is.
async fn take_in(State(desk): State<Desk>, request: Request) -> Response {
    let taken = async {
        let everybody = everybody(&desk, request.headers()).await?;
        let actor = everybody.into_iter().next().unwrap_or(Actor::Visitor);
        let (name, content) = file_of(request).await?;
        desk.upload(&actor, &name, content).await
    };
    match taken.await {
        Ok(Upload { attachment, key }) => {
            let reference = format!("{}.{key}", attachment.id);
            let Attachment { id, name, media_type, size } = attachment;
            let answer = json!({
                "id": id, "name": name, "media_type": media_type, "size": size,
                "key": key, "reference": reference,
            });
            (StatusCode::CREATED, Json(answer)).into_response()
        }
        Err(error) => refuse(error),
    }
}

async fn give(
    State(desk): State<Desk>,
    Path(id): Path<AttachmentId>,
    Query(link): Query<Link>,
    headers: HeaderMap,
) -> Response {
    let given = async {
        if let Some(key) = link.k.filter(|key| !key.is_empty()) {
            let actor = desk.link_holder(desk.ticket_of_file(id).await?, &key).await?;
            return desk.download(&actor, id).await;
        }
        let mut given = Err(DeskError::NotFound);
        for actor in everybody(&desk, &headers).await? {
            given = desk.download(&actor, id).await;
            if given.is_ok() {
                break;
            }
        }
        given
    };
    match given.await {
        Ok((attachment, content)) => (about(&attachment), content).into_response(),
        Err(error) => refuse(error),
    }
}

/// Who the browser is signed in as: an agent, a customer, or both.
async fn everybody(desk: &Desk, headers: &HeaderMap) -> desk::Result<Vec<Actor>> {
    let mut everybody = Vec::new();
    for token in COOKIES.iter().filter_map(|name| cookie(headers, name)) {
        let actor = desk.session(token).await?;
        if actor != Actor::Visitor {
            everybody.push(actor);
        }
    }
    Ok(everybody)
}

pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whatever it is, no browser is to run it as a page of ours.
pub fn about(attachment: &Attachment) -> [(HeaderName, String); 5] {
    let shown = SHOWN.contains(&attachment.media_type.as_str());
    let how = if shown { "inline" } else { "attachment" };
    let name = percent_encoded(&attachment.name);
    [
        (CONTENT_TYPE, attachment.media_type.clone()),
        (CONTENT_DISPOSITION, format!("{how}; filename*=UTF-8''{name}")),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned()),
        (CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ]
}

/// RFC 8187: everything but the plainest characters by their bytes.
fn percent_encoded(name: &str) -> String {
    use std::fmt::Write;
    name.bytes().fold(String::new(), |mut text, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                text.push(char::from(byte));
            }
            _ => write!(text, "%{byte:02X}").unwrap_or_default(),
        }
        text
    })
}

/// The part called `file`.
async fn file_of(request: Request) -> desk::Result<(String, Bytes)> {
    let blank = || DeskError::invalid("file", Flaw::Blank);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| blank())?;
    while let Some(part) = form.next_field().await.map_err(|_| blank())? {
        if part.name() == Some("file") {
            return read(part).await;
        }
    }
    Err(blank())
}

async fn read(part: Field<'_>) -> desk::Result<(String, Bytes)> {
    let name = part.file_name().unwrap_or("file").to_owned();
    let content = part.bytes().await.map_err(|_| DeskError::invalid("file", Flaw::Blank))?;
    Ok((name, content))
}

pub fn refuse(error: DeskError) -> Response {
    let error = AppError::from(error);
    (app::ssr::status_of(&error), Json(error)).into_response()
}
