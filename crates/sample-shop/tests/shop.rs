//! What the shop promises whoever operates it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use channels::{Http, Request, Secret};
use domain::connector::operation::Method;
use domain::outbox::{Answer, Trouble};
use domain::time::{Span, Timestamp};
use serde_json::{Value, json};

struct Shop {
    process: Child,
    url: String,
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn open(flags: &[&str]) -> Shop {
    let mut process = Command::new(env!("CARGO_BIN_EXE_sample-shop"))
        .args(["--listen", "127.0.0.1:0"])
        .args(flags)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut url).unwrap();
    Shop { process, url: url.trim().to_owned() }
}

impl Shop {
    fn request(&self, method: Method, path: &str, body: Option<Value>) -> Request {
        Request {
            base_url: self.url.clone(),
            hosts: vec!["127.0.0.1".into()],
            timeout: Span(1_000),
            method,
            path: path.into(),
            body,
            key: Some("k-1".into()),
            secret: Some(Secret::new("sample-shop")),
            at: Timestamp(0),
        }
    }

    fn refund(&self, amount: &str) -> Request {
        let body = json!({ "order": "884203117715", "amount": amount });
        self.request(Method::Post, "/refunds", Some(body))
    }

    async fn script(&self, how: Value) {
        let body = json!({ "operation": "refunds", "failure": how });
        let request = self.request(Method::Post, "/script", Some(body));
        assert_eq!(ask(&Request { secret: None, ..request }).await.0, 204);
    }

    async fn ledger(&self) -> Value {
        ask(&self.request(Method::Get, "/ledger", None)).await.1
    }
}

async fn ask(request: &Request) -> (u16, Value) {
    match Http::open().ask(request).await {
        Answer::Said { status, body } => {
            (status, serde_json::from_str(&body).unwrap_or(Value::String(body)))
        }
        Answer::Nothing(trouble) => (0, json!(trouble)),
    }
}

#[tokio::test]
async fn the_same_key_is_answered_the_same_and_done_once() {
    let shop = open(&["--any-time"]);

    let first = ask(&shop.refund("1.00")).await;
    let again = ask(&shop.refund("1.00")).await;
    let other = ask(&shop.refund("2.00")).await;

    let ledger = shop.ledger().await;
    assert_eq!((first.0, &first), (201, &again));
    assert_eq!(other.0, 422);
    assert_eq!(ledger["effects"].as_array().unwrap().len(), 1);
    assert_eq!(ledger["effects"][0]["asked"], 3);
}

#[tokio::test]
async fn what_is_not_signed_now_is_refused() {
    let (lenient, strict) = (open(&["--any-time"]), open(&[]));

    let bare = Request { secret: None, ..lenient.refund("1.00") };
    let wrong = Request { secret: Some(Secret::new("guess")), ..lenient.refund("1.00") };

    assert_eq!(ask(&bare).await.0, 401);
    assert_eq!(ask(&wrong).await.0, 401);
    assert_eq!(ask(&strict.refund("1.00")).await.0, 401);
    assert_eq!(lenient.ledger().await["effects"], json!([]));
}

#[tokio::test]
async fn it_goes_wrong_as_it_is_told_to() {
    let shop = open(&["--any-time"]);
    let mut seen = Vec::new();

    for how in [
        json!({ "how": "hang" }),
        json!({ "how": "garbage" }),
        json!({ "how": "fail" }),
        json!({ "how": "drop" }),
        json!({ "how": "late", "ms": 10 }),
    ] {
        shop.script(how).await;
        seen.push(ask(&shop.refund("1.00")).await.0);
    }
    shop.script(json!({ "how": "refuse", "reason": "财务已关账" })).await;
    let refused = ask(&Request { key: Some("k-2".into()), ..shop.refund("1.00") }).await;

    assert_eq!(seen, [0, 200, 500, 0, 201]);
    assert_eq!(refused, (409, json!({ "message": "财务已关账" })));
    // Dropped and late were one effect: they had one key.
    assert_eq!(shop.ledger().await["effects"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_lost_answer_looks_lost() {
    let shop = open(&["--any-time"]);
    shop.script(json!({ "how": "drop" })).await;

    let said = Http::open().ask(&shop.refund("1.00")).await;

    assert_eq!(said, Answer::Nothing(Trouble::CutOff));
}

#[tokio::test]
async fn it_remembers_in_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("books/shop.json");
    let flags = ["--any-time", "--file", file.to_str().unwrap()];
    let before = open(&flags);
    let first = ask(&before.refund("1.00")).await;
    drop(before);

    let after = open(&flags);
    let order = ask(&after.request(Method::Get, "/orders/884203117715", None)).await.1;
    let again = ask(&after.refund("1.00")).await;

    assert_eq!(order["refunded"], "1.00");
    assert_eq!(again, first);
}

#[tokio::test]
async fn a_room_is_confirmed_before_its_voucher_is_sent() {
    let shop = open(&["--any-time"]);
    let act = |key: &str, path: &str, body: Value| {
        let request = shop.request(Method::Post, path, Some(body));
        Request { key: Some(key.into()), ..request }
    };
    let voucher = json!({ "order": "770000000001" });

    let early = ask(&act("v-1", "/vouchers", voucher.clone())).await;
    let room = ask(&act("r-1", "/orders/770000000001/confirm-room", json!({}))).await;
    let twice = ask(&act("r-2", "/orders/770000000001/confirm-room", json!({}))).await;
    let sent = ask(&act("v-2", "/vouchers", voucher)).await;

    assert_eq!([early.0, room.0, twice.0, sent.0], [409, 201, 409, 201]);
}
