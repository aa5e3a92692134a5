//! What is read from a request, with refusals that say where the mistake is.

use axum::extract::{FromRequest, FromRequestParts, Path as AxumPath, Query as AxumQuery, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use domain::behind::Number;
use domain::id::{
    AttachmentId, CalculatorId, CategoryId, CustomerId, FlowId, SupervisionId, TaskId, TicketId,
    TicketNumber,
};
use serde::de::DeserializeOwned;

use crate::error::ApiError;

/// The part of the path that names the thing. What is no name of anything names nothing: 404.
pub(crate) struct Named<T>(pub T);

pub(crate) trait Name: Sized {
    fn read(text: &str) -> Option<Self>;
}

impl<S: Send + Sync, T: Name> FromRequestParts<S> for Named<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let AxumPath(text) = AxumPath::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| ApiError::not_found())?;
        T::read(&text).map(Self).ok_or_else(ApiError::not_found)
    }
}

/// `GD-20417` or `20417`.
impl Name for TicketId {
    fn read(text: &str) -> Option<Self> {
        text.parse::<TicketNumber>().ok().map(|number| number.0)
    }
}

/// A number of the board, such as `created`.
impl Name for Number {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

macro_rules! named_by_id {
    ($($id:ident),+) => {$(
        impl Name for $id {
            fn read(text: &str) -> Option<Self> {
                text.parse().ok().filter(|id: &Self| id.0 > 0)
            }
        }
    )+};
}

named_by_id!(AttachmentId, CalculatorId, CategoryId, CustomerId, FlowId, SupervisionId, TaskId);

/// The query string.
pub(crate) struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        match AxumQuery::from_request_parts(parts, state).await {
            Ok(AxumQuery(query)) => Ok(Self(query)),
            Err(rejection) => Err(ApiError::bad_request("bad_query", rejection.body_text())),
        }
    }
}

/// A JSON body. No body at all, or `null`, is an empty object, so that an act that needs nothing can be asked
/// for with nothing.
pub(crate) struct Json<T>(pub T);

/// No honest body is larger; files come as multipart.
const LONGEST_JSON: usize = 1024 * 1024;

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let headers = request.headers().clone();
        let body =
            Bytes::from_request(request, state).await.map_err(|rejection| {
                match rejection.status() {
                    StatusCode::PAYLOAD_TOO_LARGE => too_large(),
                    _ => ApiError::bad_request("bad_body", rejection.body_text()),
                }
            })?;
        match body.len() {
            0 => read(b"{}"),
            n if n > LONGEST_JSON => Err(too_large()),
            _ if !is_json(&headers) => Err(not_json()),
            _ if body.trim_ascii() == b"null" => read(b"{}"),
            _ => read(&body),
        }
        .map(Self)
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let (path, error) = (error.path().to_string(), error.into_inner());
        if error.is_data() { misfit(&path, &error) } else { bad_json(&error) }
    })?;
    json.end().map_err(|error| bad_json(&error))?;
    Ok(value)
}

fn bad_json(error: &serde_json::Error) -> ApiError {
    ApiError::bad_request("bad_json", error.to_string())
}

/// JSON, but not of the shape the document asks for.
pub(crate) fn misfit(path: &str, error: &serde_json::Error) -> ApiError {
    let detail = "some of what was sent has the wrong shape";
    ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail).at(
        path.to_owned(),
        "wrong_shape",
        error.to_string(),
    )
}

pub(crate) fn too_large() -> ApiError {
    ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "the request is too large")
}

fn not_json() -> ApiError {
    let detail = "the body has to be application/json";
    ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}
