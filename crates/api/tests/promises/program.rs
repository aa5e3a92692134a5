//! A program that talks to the API, as one outside would.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use desk::TokenScope;
use domain::time::Span;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use testkit::TestDesk;
use tower::ServiceExt;

pub const EVERYTHING: &[TokenScope] = &[
    TokenScope::TicketsRead,
    TokenScope::TicketsWrite,
    TokenScope::CustomersRead,
    TokenScope::CustomersWrite,
    TokenScope::BoardsRead,
    TokenScope::SupervisionsWrite,
    TokenScope::Admin,
];

/// There is no printer here; what is printed, and for whom, is.
const PRINT: api::Print =
    |file, _| Some(format!("%PDF {} {}", file.number, file.audience.as_str()).into_bytes());

pub struct Program {
    router: Router,
    token: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Program {
    /// One that may do whatever the agent may.
    pub async fn of(desk: &TestDesk, login: &str) -> Self {
        Self::with(desk, login, EVERYTHING).await
    }

    pub async fn with(desk: &TestDesk, login: &str, scopes: &[TokenScope]) -> Self {
        let admin = desk.admin().await;
        let granted = desk.create_token(&admin, login, "test", scopes, Span::days(1)).await;
        Self { router: api::router((**desk).clone(), PRINT), token: granted.unwrap().token }
    }

    /// One with whatever it says is its token.
    pub fn holding(desk: &TestDesk, token: &str) -> Self {
        Self { router: api::router((**desk).clone(), PRINT), token: token.to_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.post_with(path, body, &[]).await
    }

    /// Without a body, and without saying that there is none.
    pub async fn act(&self, path: &str) -> Answer {
        self.send(self.request("POST", path).body(Body::empty()).unwrap()).await
    }

    pub async fn post_with(&self, path: &str, body: Value, headers: &[(&str, &str)]) -> Answer {
        let request = self.request("POST", path).header("content-type", "application/json");
        let request =
            headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        let request = self.request("PATCH", path).header("content-type", "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        let request = self.request("PUT", path).header("content-type", "application/json");
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.token))
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = || Value::String(String::from_utf8_lossy(&bytes).into_owned());
        let body = serde_json::from_slice(&bytes).unwrap_or_else(|_| text());
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// An answer that goes on.
    pub async fn listen(&self, path: &str, headers: &[(&str, &str)]) -> Listener {
        let request = headers.iter().fold(self.request("GET", path), |request, (name, value)| {
            request.header(*name, *value)
        });
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 200);
        Listener { body: response.into_body(), heard: String::new() }
    }

    /// Files a complaint for 王小美 and answers its number.
    pub async fn file(&self) -> String {
        let answer = self.post("/api/v1/tickets", complaint()).await;
        assert_eq!(answer.status, 201, "{answer:?}");
        answer.text("number")
    }
}

impl Answer {
    pub fn text(&self, pointer: &str) -> String {
        let found = self.at(pointer);
        found.as_str().map_or_else(|| panic!("{pointer} of {self:?}"), str::to_owned)
    }

    pub fn at(&self, pointer: &str) -> &Value {
        let pointer = format!("/{}", pointer.replace('.', "/"));
        self.body.pointer(&pointer).unwrap_or(&Value::Null)
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Status and code, and that it is a problem at all.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        assert_eq!(self.at("status"), self.status);
        (self.status, self.text("code"))
    }

    pub fn items(&self) -> &[Value] {
        self.body["items"].as_array().unwrap_or_else(|| panic!("no items in {self:?}"))
    }
}

/// The other end of a stream of events.
pub struct Listener {
    body: Body,
    heard: String,
}

impl Listener {
    /// Reads until something like this was heard, and answers the whole event.
    pub async fn hear(&mut self, what: &str) -> String {
        let waiting = std::time::Duration::from_secs(10);
        tokio::time::timeout(waiting, self.until(what))
            .await
            .unwrap_or_else(|_| panic!("nothing like {what} was heard"))
    }

    async fn until(&mut self, what: &str) -> String {
        loop {
            let whole = self.heard.split_inclusive("\n\n").find(|one| one.ends_with("\n\n"));
            let event = whole.map(str::to_owned);
            match event {
                Some(event) => {
                    self.heard.drain(..event.len());
                    if event.contains(what) {
                        return event;
                    }
                }
                None => self.listen_on().await,
            }
        }
    }

    async fn listen_on(&mut self) {
        let frame = self.body.frame().await.expect("the stream has ended").unwrap();
        self.heard.push_str(&String::from_utf8_lossy(frame.data_ref().unwrap()));
    }
}

/// The `id` of an event.
pub fn id_of(event: &str) -> String {
    let id = event.lines().find_map(|line| line.strip_prefix("id:"));
    id.expect("an id").trim().to_owned()
}

/// What 王小美 has to say, as a program files it.
pub fn complaint() -> Value {
    json!({
        "category": ["投诉", "已购买", "商家售假"],
        "subject": "收到假货",
        "description": "收到的精华液和专柜的不一样，怀疑是假货。",
        "customer": { "name": "王小美", "phone": "138 1234 5521" },
        "fields": { "order_no": "8842 0311 7715", "batch": "L2209" },
    })
}
