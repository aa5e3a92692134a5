//! How a request goes wrong, when somebody wants it to.

use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Failure {
    Refuse {
        reason: String,
    },
    /// It never answers, and does nothing.
    Hang,
    Garbage,
    Fail,
    /// It is done, and the answer is lost.
    Drop,
    /// It is done, and the answer takes its time.
    Late {
        ms: u64,
    },
}

impl Failure {
    /// Nothing is done, and this is what is said instead.
    pub async fn instead(&self) -> Option<Response> {
        match self {
            // Refusing is the business's own way of answering.
            Self::Refuse { .. } | Self::Drop | Self::Late { .. } => None,
            Self::Hang => {
                tokio::time::sleep(Duration::from_hours(1)).await;
                None
            }
            Self::Garbage => Some("<html>系统维护中".into_response()),
            Self::Fail => {
                let body = Json(json!({ "message": "内部错误" }));
                Some((StatusCode::INTERNAL_SERVER_ERROR, body).into_response())
            }
        }
    }

    /// What becomes of the answer on its way.
    pub async fn spoil(&self, answer: Response) -> Response {
        match self {
            Self::Refuse { .. } | Self::Hang | Self::Garbage | Self::Fail => answer,
            Self::Drop => answer.map(|_| cut_off()),
            Self::Late { ms } => {
                tokio::time::sleep(Duration::from_millis(*ms)).await;
                answer
            }
        }
    }
}

/// The line is cut before anything of it is through.
fn cut_off() -> Body {
    Body::from_stream(futures::stream::once(async {
        Err::<&str, _>(std::io::Error::from(std::io::ErrorKind::ConnectionReset))
    }))
}
