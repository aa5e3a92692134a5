//! The server, as a process to be killed, and what a program asks of it.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::desk::Prepared;

/// One in five asks for more than was paid; the shop refuses that.
const TOO_MUCH: &str = "99999.00";

pub struct Program {
    url: String,
    process: Child,
    http: Client,
}

/// A ticket, and the task that decides about it.
#[derive(Clone, Debug)]
pub struct Filed {
    number: String,
    task: i64,
    amount: &'static str,
}

impl Program {
    pub async fn start(prepared: &Prepared) -> Self {
        let listen = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let process = Command::new(env!("CARGO_BIN_EXE_gongdan"))
            .args(["serve", "--listen", &listen])
            .current_dir(prepared.place.folder.path())
            .env("DATABASE_URL", &prepared.place.url)
            .env("GONGDAN_SEALING_KEY", &prepared.sealing)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let http = Client::builder().timeout(Duration::from_secs(10)).build().unwrap();
        let program = Self { url: format!("http://{listen}"), process, http };
        for _ in 0..500 {
            if program.http.get(format!("{}/readyz", program.url)).send().await.is_ok() {
                return program;
            }
            sleep(Duration::from_millis(10)).await;
        }
        panic!("the server did not open");
    }

    /// SIGKILL: the power went out.
    pub fn kill(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// The same key every time, so that asking again files nothing twice.
    pub async fn file(&self, prepared: &Prepared, nth: u32) -> Filed {
        let order = format!("{}", 884_000_000_000_u64 + u64::from(nth));
        let body = json!({
            "category": ["投诉", "已购买", "商家售假"],
            "description": "收到的和专柜的不一样，要求退款。",
            "customer": { "name": "王小美", "phone": "13812345521" },
            "fields": { "order_no": order },
        });
        let key = format!("torment-{nth}");
        let (status, filed) = self.post(prepared, "/api/v1/tickets", Some(&key), &body).await;
        assert!(status.is_success(), "{status} {filed}");
        let number = filed["number"].as_str().unwrap().to_owned();
        let page = self.get(prepared, &format!("/api/v1/tickets/{number}")).await;
        let task = page["tasks"][0]["id"].as_i64().unwrap_or_default();
        let amount = if nth.is_multiple_of(5) { TOO_MUCH } else { "1.00" };
        Filed { number, task, amount }
    }

    /// Decides on a refund, and does not wait for what becomes of it.
    pub fn refund(&self, prepared: &Prepared, ticket: &Filed) -> JoinHandle<()> {
        let request = self
            .http
            .post(format!("{}/api/v1/tasks/{}/complete", self.url, ticket.task))
            .bearer_auth(&prepared.token)
            .json(&json!({ "outcome": "refund", "fields": { "amount": ticket.amount } }));
        tokio::spawn(async move { drop(request.send().await) })
    }

    /// Whoever got no answer asks again. What was decided already is refused, and nothing else is.
    pub async fn ask_again(&self, prepared: &Prepared, count: u32) {
        for nth in 0..count {
            let ticket = self.file(prepared, nth).await;
            let page = self.get(prepared, &format!("/api/v1/tickets/{}", ticket.number)).await;
            let open = page["tasks"].as_array().unwrap();
            if !open.iter().any(|task| task["step"] == "judge") {
                continue;
            }
            let body = json!({ "outcome": "refund", "fields": { "amount": ticket.amount } });
            let path = format!("/api/v1/tasks/{}/complete", ticket.task);
            let (status, said) = self.post(prepared, &path, None, &body).await;
            assert!(status.is_success(), "{status} {said}");
        }
    }

    /// Until nothing is waiting for the shop any more.
    pub async fn settle(&self, prepared: &Prepared) {
        for _ in 0..1_800 {
            if crate::verdict::waiting(prepared).await == 0 {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
        panic!("something waits for the shop for ever");
    }

    async fn get(&self, prepared: &Prepared, path: &str) -> Value {
        let request = self.http.get(format!("{}{path}", self.url)).bearer_auth(&prepared.token);
        request.send().await.unwrap().json().await.unwrap()
    }

    async fn post(
        &self,
        prepared: &Prepared,
        path: &str,
        key: Option<&str>,
        body: &Value,
    ) -> (StatusCode, Value) {
        let mut request = self.http.post(format!("{}{path}", self.url)).json(body);
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let answer = request.bearer_auth(&prepared.token).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
