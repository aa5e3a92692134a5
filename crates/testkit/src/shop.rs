//! The `sample-shop`, as a process of its own.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use channels::{Http, Request};
use domain::connector::Connector;
use domain::connector::operation::Method;
use domain::outbox::Answer;
use domain::time::{Span, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::task::spawn_blocking;

/// One that is ours alone, and ends with the test.
pub struct Shop {
    process: Child,
    url: String,
    http: Http,
}

/// Something it really did.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Effect {
    pub key: String,
    pub operation: String,
    /// The number of what it made.
    pub reference: String,
    pub request: Value,
    /// How often this key came.
    pub asked: u64,
}

#[derive(Deserialize)]
struct Ledger {
    effects: Vec<Effect>,
}

impl Shop {
    pub const SECRET: &str = desk::demo::shop::SECRET;
    /// How often one request is sent before a person has to look.
    pub const TRIES: u32 = 3;

    /// It does not compare times with its clock: tests have their own.
    pub async fn open() -> Self {
        let process = spawn_blocking(|| {
            Command::new(program())
                .args(["--listen", "127.0.0.1:0", "--any-time"])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap()
        });
        let mut process = process.await.unwrap();
        let mut url = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut url).unwrap();
        Self { process, url: url.trim().to_owned(), http: Http::open() }
    }

    /// How the demo declares it, at its present address, and with a test's patience.
    pub fn connector(&self) -> Connector {
        let mut connector = desk::demo::shop::connector(&self.url);
        (connector.timeout, connector.channel) = (Span(1_500), None);
        for operation in &mut connector.operations {
            operation.patience.tries = Self::TRIES;
        }
        connector
    }

    /// How the next requests of an operation go wrong: `{"how": "hang"}`.
    pub async fn script(&self, operation: &str, failure: Value, times: u32) {
        let script = json!({ "operation": operation, "failure": failure, "times": times });
        let said = self.ask(Method::Post, "/script", Some(script)).await;
        assert_eq!(said, Answer::Said { status: 204, body: String::new() });
    }

    /// What it really did, in order.
    pub async fn effects(&self) -> Vec<Effect> {
        let Answer::Said { body, .. } = self.ask(Method::Get, "/ledger", None).await else {
            panic!("the shop has no ledger");
        };
        serde_json::from_str::<Ledger>(&body).unwrap().effects
    }

    async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let request = Request {
            base_url: self.url.clone(),
            hosts: vec!["127.0.0.1".into()],
            timeout: Span::seconds(10),
            method,
            path: path.to_owned(),
            body,
            key: None,
            secret: None,
            at: Timestamp(0),
        };
        self.http.ask(&request).await
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Cargo builds it for its own tests only; so it is built here, once, in case they did not run.
fn program() -> &'static PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .args(["build", "--quiet", "--bin", "sample-shop"])
            // As the whole workspace has it, not as the crate whose test this is.
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .status();
        assert!(built.unwrap().success(), "sample-shop cannot be built");
        // From `target/debug/deps/a-test` to `target/debug`.
        let tests = env::current_exe().unwrap();
        tests.ancestors().nth(2).unwrap().join("sample-shop")
    })
}
