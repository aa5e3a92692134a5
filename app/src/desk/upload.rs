//! A file on its way to the server, ahead of what it goes with.

use domain::id::AttachmentId;
use domain::invalid::{Flaw, Flaws};
use gloo::net::http::Request;
use serde::Deserialize;
use web_sys::{File, FormData};

use crate::error::AppError;

const ADDRESS: &str = "/files";

/// What the server answers to a file.
#[derive(Deserialize)]
struct Taken {
    id: AttachmentId,
}

pub async fn upload(file: &File) -> Result<AttachmentId, AppError> {
    let form = FormData::new().map_err(|_| AppError::Ours)?;
    form.append_with_blob_and_filename("file", file, &file.name()).map_err(|_| AppError::Ours)?;
    let request = Request::post(ADDRESS).header("accept", "application/json");
    let request = request.body(form).map_err(|_| AppError::Ours)?;
    let answer = request.send().await.map_err(|_| AppError::Unreachable)?;
    match answer.status() {
        200..=299 => answer.json::<Taken>().await.map(|taken| taken.id).map_err(|_| AppError::Ours),
        413 => Err(AppError::Invalid(Flaws::one("file", Flaw::FileTooLarge { max_mb: 25 }))),
        _ => Err(answer.json().await.unwrap_or(AppError::Ours)),
    }
}
