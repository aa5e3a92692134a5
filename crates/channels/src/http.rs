//! Asking another system over HTTP, once.
//!
//! A request goes to a host its connector names, or nowhere; nobody is followed elsewhere; and what
//! comes back has a limit in time and in size.

use std::time::Duration;

use domain::connector::check::is_allowed;
use domain::connector::operation::Method;
use domain::outbox::{Answer, Trouble};
use domain::time::{Span, Timestamp};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use serde_json::Value;

use crate::Secret;
use crate::signature::{Letter, SIGNATURE, TIMESTAMP};

/// More than this no system has to say.
const LONGEST_ANSWER: usize = 256 * 1024;
const CONNECTING: Duration = Duration::from_secs(5);
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Cheap to clone: it shares its connections. Without a client nobody is reached.
#[derive(Clone, Debug)]
pub struct Http(Option<Client>);

#[derive(Clone, Debug)]
pub struct Request {
    pub base_url: String,
    /// Where it may go.
    pub hosts: Vec<String>,
    pub timeout: Span,
    pub method: Method,
    pub path: String,
    pub body: Option<Value>,
    /// The same for the same matter, however often it is asked.
    pub key: Option<String>,
    /// What it is signed with, and when.
    pub secret: Option<Secret>,
    pub at: Timestamp,
}

impl Http {
    /// Where this machine has no certificates to trust, it is said once, here.
    pub fn open() -> Self {
        let client = Client::builder()
            .redirect(Policy::none())
            // What the connector says, and nothing that the surroundings say.
            .no_proxy()
            .connect_timeout(CONNECTING)
            .user_agent("gongdan")
            .build()
            .inspect_err(|error| tracing::error!(%error, "no other system can be reached"));
        Self(client.ok())
    }

    pub async fn ask(&self, request: &Request) -> Answer {
        match self.try_to_ask(request).await {
            Ok((status, body)) => Answer::Said { status, body },
            Err(trouble) => Answer::Nothing(trouble),
        }
    }

    async fn try_to_ask(&self, request: &Request) -> Result<(u16, String), Trouble> {
        let client = self.0.as_ref().ok_or(Trouble::Unreachable)?;
        let prepared = prepare(client, request).ok_or(Trouble::NotAllowed)?;
        if !goes_where_it_may(prepared.url(), &request.hosts) {
            return Err(Trouble::NotAllowed);
        }
        let answer = client.execute(prepared).await.map_err(|error| trouble(&error))?;
        let status = answer.status().as_u16();
        Ok((status, read(answer).await?))
    }
}

fn prepare(client: &Client, request: &Request) -> Option<reqwest::Request> {
    let url = Url::parse(&format!("{}{}", request.base_url.trim_end_matches('/'), request.path));
    let url = url.ok()?;
    let body = request.body.as_ref().map(Value::to_string).unwrap_or_default();
    let headers = headers(request, &url, &body)?;
    let mut asked = client.request(method(request.method), url).headers(headers);
    if request.body.is_some() {
        asked = asked.header(CONTENT_TYPE, "application/json").body(body);
    }
    let timeout = u64::try_from(request.timeout.0).unwrap_or_default();
    asked.timeout(Duration::from_millis(timeout)).build().ok()
}

fn headers(request: &Request, url: &Url, body: &str) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    if let Some(key) = &request.key {
        headers.insert(IDEMPOTENCY_KEY, HeaderValue::from_str(key).ok()?);
    }
    if let Some(secret) = &request.secret {
        let path = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let (at, method) = (request.at, request.method.as_str());
        let letter = Letter { at, method, path: &path, body: body.as_bytes() };
        headers.insert(TIMESTAMP, HeaderValue::from(at.0));
        headers.insert(SIGNATURE, HeaderValue::from_str(&letter.sign(secret)).ok()?);
    }
    Some(headers)
}

/// Asked of the finished address: nothing that was filled in can lead elsewhere.
fn goes_where_it_may(url: &Url, hosts: &[String]) -> bool {
    let plain = matches!(url.scheme(), "http" | "https")
        && url.username().is_empty()
        && url.password().is_none();
    let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
        return false;
    };
    plain && is_allowed(&format!("{host}:{port}"), hosts)
}

async fn read(mut answer: Response) -> Result<String, Trouble> {
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(|error| trouble(&error))? {
        body.extend_from_slice(&part);
        if body.len() > LONGEST_ANSWER {
            return Err(Trouble::Garbled);
        }
    }
    Ok(String::from_utf8_lossy(&body).into_owned())
}

fn trouble(error: &reqwest::Error) -> Trouble {
    // First: whoever cannot even be reached in time has heard nothing.
    if error.is_connect() {
        Trouble::Unreachable
    } else if error.is_timeout() {
        Trouble::TimedOut
    } else {
        Trouble::CutOff
    }
}

fn method(method: Method) -> reqwest::Method {
    match method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Patch => reqwest::Method::PATCH,
        Method::Delete => reqwest::Method::DELETE,
    }
}
