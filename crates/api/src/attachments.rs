//! `/api/v1/attachments`: files, on their way to a ticket or from one.

use axum::Json;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, StatusCode};
use axum::response::IntoResponse;
use bytes::Bytes;
use desk::Desk;
use domain::id::AttachmentId;
use domain::invalid::Flaw;
use domain::message::Attachment;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, too_large};
use crate::reference::AttachmentBody;

/// A file in a form.
#[derive(serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "it is read part by part; this is for the document")]
pub(crate) struct UploadForm {
    /// One file. What it is, is found by looking at it.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<u8>,
}

pub(crate) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(create_attachment)).routes(routes!(get_attachment))
}

/// Upload a file, to be named in a ticket or a message afterwards.
#[utoipa::path(post, path = "/attachments", tag = "attachments",
    operation_id = "create_attachment",
    request_body(content = UploadForm, content_type = "multipart/form-data"),
    responses((status = 201, description = "Taken in", body = AttachmentBody)))]
pub(crate) async fn create_attachment(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    request: Request,
) -> Result<(StatusCode, Json<AttachmentBody>), ApiError> {
    let (name, content) = file_of(request).await?;
    let upload = desk.upload(&actor, &name, content).await?;
    Ok((StatusCode::CREATED, Json(upload.attachment.into())))
}

/// Download a file.
#[utoipa::path(get, path = "/attachments/{id}", tag = "attachments",
    operation_id = "get_attachment",
    params(("id" = i64, Path, description = "The attachment", minimum = 1)),
    responses((status = 200, description = "The file, to be saved and not to be shown",
        content_type = "application/octet-stream")))]
pub(crate) async fn get_attachment(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(attachment): Named<AttachmentId>,
) -> Result<impl IntoResponse, ApiError> {
    let (attachment, content) = desk.download(&actor, attachment).await?;
    Ok((about(&attachment), content))
}

/// Whatever it is, no browser is to run it as a page of ours.
fn about(attachment: &Attachment) -> [(HeaderName, String); 5] {
    let name = percent_encoded(&attachment.name);
    [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ]
}

/// RFC 8187: everything but the plainest characters by their bytes.
fn percent_encoded(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The part called `file`. There is no other.
async fn file_of(request: Request) -> Result<(String, Bytes), ApiError> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| not_a_form())?;
    let file = match form.next_field().await.map_err(|error| broken(&error))? {
        Some(part) if part.name() == Some("file") => read(part).await?,
        Some(part) => return Err(not_asked_for(&part)),
        None => return Err(ApiError::invalid("file", Flaw::Blank)),
    };
    match form.next_field().await.map_err(|error| broken(&error))? {
        None => Ok(file),
        Some(part) => Err(not_asked_for(&part)),
    }
}

fn not_asked_for(part: &Field<'_>) -> ApiError {
    ApiError::invalid(part.name().unwrap_or_default(), Flaw::NotOffered)
}

async fn read(part: Field<'_>) -> Result<(String, Bytes), ApiError> {
    let name = part.file_name().unwrap_or("file").to_owned();
    let content = part.bytes().await.map_err(|error| broken(&error))?;
    Ok((name, content))
}

fn not_a_form() -> ApiError {
    let detail = "the body has to be multipart/form-data with a boundary";
    ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
}

fn broken(error: &MultipartError) -> ApiError {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => ApiError::bad_request("bad_body", error.body_text()),
    }
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(percent_encoded("凭证 \"1\".png"), "%E5%87%AD%E8%AF%81%20%221%22.png");
        assert_eq!(percent_encoded("a\r\nb"), "a%0D%0Ab");
    }
}
