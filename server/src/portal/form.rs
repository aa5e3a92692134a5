//! A form as it came: words and files.

use axum::RequestExt;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, RawForm, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;

/// More than any of our forms has.
const MOST_INPUTS: usize = 200;

pub struct Form {
    pub values: Vec<(String, String)>,
    pub files: Vec<File>,
}

pub struct File {
    /// The input it was chosen in.
    pub input: String,
    pub name: String,
    pub content: Bytes,
}

impl Form {
    /// The word in an input, if there is one.
    pub fn text(&self, name: &str) -> Option<String> {
        let value = self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        value.filter(|value| !value.trim().is_empty()).cloned()
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = StatusCode;

    async fn from_request(request: Request, _: &S) -> Result<Self, StatusCode> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let parts = request.extract().await.map_err(|_| StatusCode::BAD_REQUEST)?;
            from_parts(parts).await
        } else {
            from_words(request).await
        }
    }
}

async fn from_parts(mut parts: Multipart) -> Result<Form, StatusCode> {
    let mut form = Form { values: Vec::new(), files: Vec::new() };
    while let Some(part) = parts.next_field().await.map_err(|error| error.status())? {
        if form.values.len() + form.files.len() >= MOST_INPUTS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let input = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let content = part.bytes().await.map_err(|error| error.status())?;
        match file {
            // An input nothing was chosen in still sends a part.
            Some(_) if content.is_empty() => {}
            Some(name) => form.files.push(File { input, name, content }),
            None => form.values.push((input, String::from_utf8_lossy(&content).into_owned())),
        }
    }
    Ok(form)
}

async fn from_words(request: Request<Body>) -> Result<Form, StatusCode> {
    let RawForm(body) = request.extract().await.map_err(|_| StatusCode::BAD_REQUEST)?;
    let values: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
    if values.len() > MOST_INPUTS {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    Ok(Form { values, files: Vec::new() })
}
