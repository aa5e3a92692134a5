//! Who is asking: whoever holds the bearer token.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use desk::{Desk, DeskError};
use domain::actor::Actor;

use crate::error::ApiError;

/// The agent a token belongs to, cut to the token's scopes. Asked for first by every handler, so
/// that strangers learn nothing from how their requests are refused.
pub(crate) struct Caller(pub Actor);

impl FromRequestParts<Desk> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, ApiError> {
        let token = bearer(parts).ok_or(DeskError::SignedOut)?;
        Ok(Self(desk.bearer(token).await?))
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    let header = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| !token.is_empty())
}
