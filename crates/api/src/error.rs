//! How a refusal looks from outside: problem+json (RFC 9457), with a code that stays.

use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::{Desk, DeskError};
use domain::invalid::{FieldFlaw, Flaw, Flaws};
use serde::Serialize;
use utoipa::ToSchema;

use crate::moment::Moment;

/// Why a request was not done.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: `code` says which problem it is.
    #[schema(examples("about:blank"))]
    r#type: &'static str,
    #[schema(examples("Not Found"))]
    title: &'static str,
    #[schema(examples(404), minimum = 400, maximum = 599)]
    status: u16,
    /// A word for programs. It never changes its meaning.
    #[schema(examples("not_found"))]
    code: &'static str,
    /// A sentence for people who write programs.
    #[schema(examples("there is no such thing here"))]
    detail: String,
    /// What is wrong with which part of the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// What it is now, where the act does not fit that.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    /// The message the writer has not seen yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    newest_message: Option<i64>,
    /// When it may be tried again.
    #[serde(skip_serializing_if = "Option::is_none")]
    again_at: Option<Moment>,
    /// What to quote when asking the people who run the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

/// What is wrong with one part of a request.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FieldError {
    /// Such as `subject`, `customer.phone` or `fields.12`.
    #[schema(examples("subject"))]
    field: String,
    #[schema(examples("blank"))]
    code: &'static str,
    #[schema(examples("this is needed"))]
    detail: String,
    /// The least that would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<i64>,
    /// The most that would do.
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<i64>,
}

/// A refusal on its way out; [`finish`] writes it down.
#[derive(Clone, Debug)]
pub(crate) struct ApiError(Box<Problem>);

impl ApiError {
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self(Box::new(Problem {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            code,
            detail: detail.into(),
            ..Problem::default()
        }))
    }

    pub fn not_found() -> Self {
        DeskError::NotFound.into()
    }

    /// What the caller cannot help, and we have logged.
    pub fn internal() -> Self {
        let detail = "something went wrong on our side";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
    }

    /// The body is well-formed, and what it says cannot be.
    pub fn invalid(field: &str, flaw: Flaw) -> Self {
        DeskError::Invalid(Flaws::one(field, flaw)).into()
    }

    /// Something about the request itself, before anything it says.
    pub fn bad_request(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }

    pub fn at(mut self, field: String, code: &'static str, detail: String) -> Self {
        self.0.errors.push(FieldError { field, code, detail, min: None, max: None });
        self
    }

    pub fn with_flaws(mut self, flaws: Flaws) -> Self {
        self.0.errors.extend(flaws.0.into_iter().map(FieldError::from));
        self
    }
}

impl From<DeskError> for ApiError {
    fn from(error: DeskError) -> Self {
        let mut answer = Self::new(status_of(&error), error.code(), error.to_string());
        let problem = &mut *answer.0;
        match error {
            DeskError::NotNow(state) => problem.state = Some(state),
            DeskError::NewMessage { newest } => problem.newest_message = Some(newest.0),
            DeskError::TooOften { again_at } => problem.again_at = Some(again_at.into()),
            DeskError::Invalid(flaws) => {
                "some of what was sent cannot be".clone_into(&mut problem.detail);
                problem.errors = flaws.0.into_iter().map(FieldError::from).collect();
            }
            DeskError::Store(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "the store failed");
                "something went wrong on our side".clone_into(&mut problem.detail);
            }
            DeskError::NotFound
            | DeskError::Forbidden
            | DeskError::SignedOut
            | DeskError::Supervised
            | DeskError::Conflict
            | DeskError::KeyReused => {}
        }
        answer
    }
}

const fn status_of(error: &DeskError) -> StatusCode {
    match error {
        DeskError::NotFound => StatusCode::NOT_FOUND,
        DeskError::Forbidden => StatusCode::FORBIDDEN,
        DeskError::SignedOut => StatusCode::UNAUTHORIZED,
        DeskError::NotNow(_)
        | DeskError::Supervised
        | DeskError::Conflict
        | DeskError::NewMessage { .. } => StatusCode::CONFLICT,
        DeskError::KeyReused | DeskError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        DeskError::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
        DeskError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<FieldFlaw> for FieldError {
    fn from(FieldFlaw { field, flaw }: FieldFlaw) -> Self {
        let detail = flaw.to_string();
        let most = |max: usize| i64::try_from(max).ok();
        let (code, min, max) = match flaw {
            Flaw::Blank => ("blank", None, None),
            Flaw::TooLong { max } => ("too_long", None, most(max)),
            Flaw::TooShort { min } => ("too_short", most(min), None),
            Flaw::OutOfRange { min, max } => ("out_of_range", Some(min), Some(max)),
            Flaw::NotANumber => ("not_a_number", None, None),
            Flaw::NotMoney => ("not_money", None, None),
            Flaw::NotADate => ("not_a_date", None, None),
            Flaw::NotAPhone => ("not_a_phone", None, None),
            Flaw::NotAnEmail => ("not_an_email", None, None),
            Flaw::NotAnIdNumber => ("not_an_id_number", None, None),
            Flaw::NotAnOrder => ("not_an_order", None, None),
            Flaw::NotAKey => ("not_a_key", None, None),
            Flaw::NotAnAddress => ("not_an_address", None, None),
            Flaw::NotAnEvent => ("not_an_event", None, None),
            Flaw::NotAChoice => ("not_a_choice", None, None),
            Flaw::NotOffered => ("not_offered", None, None),
            Flaw::Unknown => ("unknown", None, None),
            Flaw::Taken => ("taken", None, None),
            Flaw::FileKind => ("file_kind", None, None),
            Flaw::FileTooLarge { max_mb } => ("file_too_large", None, i64::try_from(max_mb).ok()),
            Flaw::TooMany { max } => ("too_many", None, most(max)),
            Flaw::InThePast => ("in_the_past", None, None),
            Flaw::TooFarAhead { days } => ("too_far_ahead", None, Some(days)),
            Flaw::TooFew { min } => ("too_few", most(min), None),
            Flaw::Formula { .. } => ("bad_formula", None, None),
            Flaw::NotAName => ("not_a_name", None, None),
            Flaw::Unused => ("unused", None, None),
            Flaw::ComesOutAs { .. } => ("comes_out_differently", None, None),
            Flaw::LessThan { .. } => ("less_than_least", None, None),
            Flaw::MoreThan { .. } => ("more_than_most", None, None),
            Flaw::NoSuchField => ("no_such_field", None, None),
            Flaw::Misfit => ("misfit", None, None),
        };
        Self { field, code, detail, min, max }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::BAD_REQUEST);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes every refusal as a problem: ours, and those the router makes by itself.
pub(crate) async fn finish(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let id =
        request.headers().get("x-request-id").and_then(|id| id.to_str().ok().map(str::to_owned));
    let mut response = next.run(request).await;
    let refusal = response.extensions_mut().remove::<ApiError>();
    match refusal.or_else(|| of_the_router(&response)) {
        None => response,
        Some(refusal) => written(*refusal.0, id, response.headers(), &desk),
    }
}

/// What the router refuses is answered with a status and a line of text.
fn of_the_router(response: &Response) -> Option<ApiError> {
    let status = response.status();
    let code = match status {
        _ if !status.is_client_error() && !status.is_server_error() => return None,
        StatusCode::NOT_FOUND => return Some(ApiError::not_found()),
        StatusCode::METHOD_NOT_ALLOWED => "method_not_allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "too_large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "unsupported_media_type",
        _ if status.is_server_error() => "internal",
        _ => "bad_request",
    };
    Some(ApiError::new(status, code, status.canonical_reason().unwrap_or_default().to_lowercase()))
}

fn written(mut problem: Problem, id: Option<String>, had: &HeaderMap, desk: &Desk) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST);
    problem.request_id = id;
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(allowed) = had.get(ALLOW) {
        headers.insert(ALLOW, allowed.clone());
    }
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"gongdan\""));
    }
    if let Some(again_at) = &problem.again_at {
        headers.insert(RETRY_AFTER, HeaderValue::from(again_at.seconds_after(desk.now())));
    }
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    (status, headers, body).into_response()
}
