//! What went over the line to another system, and trying it out (J-08).

use channels::Secret;
use channels::signature::Letter;
use desk::{Errand, Letters, TokenScope};
use domain::actor::Actor;
use domain::connector::{ConnectorKey, OperationKey};
use domain::template::Particulars;
use serde_json::{Value, json};
use testkit::{Shop, TestDesk, both};

use crate::program::{Answer, Program};

const CONNECTORS: &str = "/api/v1/connectors/shop";

/// Only what waits for an order goes on when the room is known; nothing here does.
fn rules() -> Value {
    json!([{ "event": "room.answered", "then": { "advance": {
        "about": { "kind": "order", "number": "{order}" }, "outcome": "{answer}",
    } } }])
}

/// The shop is open, and an administrator's program knows it.
async fn opened(desk: &TestDesk) -> (Shop, Program) {
    let shop = Shop::open().await;
    let mut connector = shop.connector();
    connector.inbound = serde_json::from_value(rules()).unwrap();
    let secret = Some(Shop::SECRET.to_owned());
    desk.declare_connector(&Actor::System, connector, secret).await.unwrap();
    (shop, Program::of(desk, "admin").await)
}

/// 张琪 asks for a refund of so much.
async fn refund(desk: &TestDesk, amount: &str) -> String {
    let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
    desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
    let errand = Errand {
        connector: ConnectorKey::new("shop"),
        operation: OperationKey::new("refund"),
        with: Particulars::default().with("amount", amount),
    };
    desk.run_action(&me, ticket, errand, None).await.unwrap();
    while desk.make_next_call().await.unwrap() {}
    ticket.number().to_string()
}

async fn tell(desk: &TestDesk, id: &str) {
    let data = json!({ "order": "884203117715", "answer": "yes" });
    let body = json!({ "id": id, "kind": "room.answered", "data": data }).to_string();
    let (at, path, body) = (desk.now(), "/api/v1/inbound/shop", body.as_bytes());
    let signature = Letter { at, method: "POST", path, body }.sign(&Secret::new(Shop::SECRET));
    let letters = Letters { at, path, body, signature: &signature };
    desk.receive(&ConnectorKey::new("shop"), letters).await.unwrap();
}

/// Members of each item on a page.
fn each(answer: &Answer, member: &str) -> Vec<String> {
    answer.items().iter().map(|item| item[member].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn j_08_calls_are_read_page_by_page_the_newest_first() {
    both(|desk| async move {
        let (_shop, admin) = opened(&desk).await;
        let [first, second, third] =
            [refund(&desk, "1").await, refund(&desk, "2").await, refund(&desk, "3").await];

        let page = admin.get(&format!("{CONNECTORS}/calls?limit=2")).await;
        let cursor = page.text("next_cursor");
        let rest = admin.get(&format!("{CONNECTORS}/calls?limit=2&cursor={cursor}")).await;

        assert_eq!(each(&page, "ticket"), [third, second]);
        assert_eq!(each(&rest, "ticket"), [first]);
        assert_eq!(rest.at("next_cursor"), &Value::Null);
        let call = &page.items()[0];
        assert_eq!((&call["operation"], &call["state"]), (&json!("refund"), &json!("confirmed")));
        assert!(call["reference"].is_string() && call["settled_at"].is_string(), "{call}");
    })
    .await;
}

#[tokio::test]
async fn j_08_events_of_one_moment_are_read_page_by_page_and_none_twice() {
    both(|desk| async move {
        let (_shop, admin) = opened(&desk).await;
        for id in ["e.1", "e.2", "e 3"] {
            tell(&desk, id).await;
        }

        let page = admin.get(&format!("{CONNECTORS}/events?limit=2")).await;
        let cursor = page.text("next_cursor");
        let rest = admin.get(&format!("{CONNECTORS}/events?limit=2&cursor={cursor}")).await;

        let mut seen = [each(&page, "id"), each(&rest, "id")].concat();
        seen.sort();
        assert_eq!(seen, ["e 3", "e.1", "e.2"]);
        assert_eq!((page.items().len(), rest.at("next_cursor")), (2, &Value::Null));
        let event = &page.items()[0];
        assert_eq!(
            (&event["kind"], &event["taken"]["outcome"]),
            (&json!("room.answered"), &json!("nothing"))
        );
        let forged = admin.get(&format!("{CONNECTORS}/events?cursor=x")).await;
        assert_eq!(forged.problem(), (400, "bad_query".into()));
    })
    .await;
}

#[tokio::test]
async fn j_08_a_program_tries_a_connector_with_what_changes_nothing() {
    both(|desk| async move {
        let (shop, admin) = opened(&desk).await;
        let path = format!("{CONNECTORS}/trial");
        let look = |number: &str| json!({ "operation": "order", "number": number });

        let there = admin.post(&path, look("884203117715")).await;
        let not_there = admin.post(&path, look("1")).await;
        let act = json!({ "operation": "refund", "number": "884203117715" });
        let act = admin.post(&path, act).await;

        assert_eq!((there.at("status"), there.at("sight.sight")), (&json!(200), &json!("seen")));
        assert!(there.text("said").starts_with('{') && there.at("took_ms").is_i64());
        assert_eq!(not_there.at("sight.sight"), "nothing");
        assert_eq!(act.problem(), (422, "invalid".into()));
        assert_eq!(act.at("errors.0.field"), "operation");
        assert!(shop.effects().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn j_08_only_administrators_see_the_line_and_try_it() {
    both(|desk| async move {
        let (_shop, admin) = opened(&desk).await;
        let look = || json!({ "operation": "order", "number": "1" });
        let strangers = [
            Program::of(&desk, "zhangqi").await,
            Program::with(&desk, "admin", &[TokenScope::TicketsWrite]).await,
        ];

        for program in strangers {
            for path in ["calls", "events"] {
                let refused = program.get(&format!("{CONNECTORS}/{path}")).await;
                assert_eq!(refused.problem(), (403, "forbidden".into()), "{path}");
            }
            let refused = program.post(&format!("{CONNECTORS}/trial"), look()).await;
            assert_eq!(refused.problem(), (403, "forbidden".into()));
        }
        for path in ["calls", "events"] {
            let unknown = admin.get(&format!("/api/v1/connectors/none/{path}")).await;
            assert_eq!(unknown.problem(), (404, "not_found".into()), "{path}");
        }
        let unknown = admin.post("/api/v1/connectors/no%00ne/trial", look()).await;
        assert_eq!(unknown.problem(), (404, "not_found".into()));
    })
    .await;
}
