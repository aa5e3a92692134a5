//! Case files: the whole matter for one reader. That one was taken is recorded.

mod body;
mod confirmed;
mod work;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use desk::Desk;
use domain::case_file::{Audience, CaseFile};
use domain::id::TicketId;
use domain::invalid::Flaws;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::Print;
use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::list::{parameter, sound};
use body::CaseFileBody;
pub(crate) use body::IdentityCheckBody;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CaseFileQuery {
    /// For whom: `internal` (without one said), `partner`, `customer` or `regulator`.
    #[param(pattern = "^(internal|partner|customer|regulator)?$")]
    audience: Option<String>,
}

impl CaseFileQuery {
    fn audience(self) -> Result<Audience, ApiError> {
        let mut flaws = Flaws::default();
        let audience = parameter(&mut flaws, "audience", self.audience, str::parse);
        sound(flaws)?;
        Ok(audience.unwrap_or_default())
    }
}

/// Take the case file of a ticket.
#[utoipa::path(get, path = "/tickets/{number}/case-file", tag = "tickets",
    operation_id = "get_case_file",
    params(CaseFileQuery, ("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "What this audience may have", body = CaseFileBody)))]
pub(crate) async fn get_case_file(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Query(query): Query<CaseFileQuery>,
) -> Result<Json<CaseFileBody>, ApiError> {
    let file = desk.take_case_file(&actor, ticket, query.audience()?).await?;
    Ok(Json(file.into()))
}

/// Take the case file of a ticket as PDF, in the language the caller accepts.
#[utoipa::path(get, path = "/tickets/{number}/case-file.pdf", tag = "tickets",
    operation_id = "get_case_file_pdf",
    params(CaseFileQuery, ("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "What this audience may have",
        content_type = "application/pdf")))]
pub(crate) async fn get_case_file_pdf(
    State(desk): State<Desk>,
    Extension(print): Extension<Print>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Query(query): Query<CaseFileQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let file = desk.take_case_file(&actor, ticket, query.audience()?).await?;
    let pdf = print(&file, &headers).ok_or_else(ApiError::internal)?;
    Ok((about(&file), pdf))
}

fn about(file: &CaseFile) -> [(axum::http::HeaderName, String); 3] {
    let name = format!("{}-{}.pdf", file.number, file.audience.as_str());
    [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
    ]
}
