//! `Idempotency-Key`: the same key twice is done once.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};

use crate::error::ApiError;

/// What the caller calls this request, if anything.
pub(crate) struct IdempotencyKey(pub Option<String>);

const NAME: &str = "idempotency-key";
const LONGEST: usize = 255;

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        match parts.headers.get(NAME) {
            None => Ok(Self(None)),
            Some(key) => read(key).map(|key| Self(Some(key))),
        }
    }
}

fn read(key: &HeaderValue) -> Result<String, ApiError> {
    let text = key.to_str().unwrap_or_default();
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    if plain && (1..=LONGEST).contains(&text.len()) {
        Ok(text.to_owned())
    } else {
        let detail = "an Idempotency-Key is 1 to 255 visible ASCII characters without spaces";
        Err(ApiError::bad_request("bad_idempotency_key", detail))
    }
}

/// Says that this was done before, and nothing was done now.
pub(crate) fn replay(again: bool) -> Option<[(HeaderName, HeaderValue); 1]> {
    let name = HeaderName::from_static("idempotent-replay");
    again.then(|| [(name, HeaderValue::from_static("true"))])
}
