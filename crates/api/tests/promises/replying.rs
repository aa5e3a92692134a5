//! `POST /tickets/{number}/messages`

use desk::{Say, Then};
use domain::id::TicketNumber;
use domain::message::MessageKind;
use serde_json::json;
use testkit::both;

use crate::program::Program;

#[tokio::test]
async fn a_reply_is_said_once_however_often_it_is_sent() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let path = format!("/api/v1/tickets/{}/messages", agent.file().await);
        let reply = || json!({ "kind": "public_reply", "body": "您好，已受理。" });
        let key = [("Idempotency-Key", "reply-1")];

        let said = agent.post_with(&path, reply(), &key).await;
        let again = agent.post_with(&path, reply(), &key).await;

        assert_eq!((said.status, again.status), (201, 201), "{said:?}");
        assert_eq!(said.body, again.body);
        assert_eq!(again.header("idempotent-replay"), "true");
    })
    .await;
}

#[tokio::test]
async fn whoever_writes_while_the_customer_writes_is_told_so() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let path = format!("/api/v1/tickets/{ticket}");
        let seen = agent.get(&path).await.at("newest_message").clone();
        let number: TicketNumber = ticket.parse().unwrap();
        let said = desk.say(&desk.customer(), number.0, words("照片在这里")).await.unwrap();

        let late = json!({ "kind": "public_reply", "body": "请发照片。", "seen": seen });
        let refused = agent.post(&format!("{path}/messages"), late).await;

        assert_eq!(refused.problem(), (409, "new_message".into()));
        assert_eq!(refused.at("newest_message"), said.message.0);
        let now = agent.get(&path).await;
        assert_eq!(now.at("newest_message"), said.message.0);
    })
    .await;
}

fn words(body: &str) -> Say {
    Say {
        kind: MessageKind::PublicReply,
        body: body.to_owned(),
        attachments: vec![],
        mentions: vec![],
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    }
}

#[tokio::test]
async fn replying_and_resolving_is_one_request() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let body = json!({
            "kind": "public_reply", "body": "已退款。", "resolve": { "code": "refunded" },
        });

        let said = agent.post(&format!("/api/v1/tickets/{ticket}/messages"), body).await;

        assert_eq!(said.status, 201, "{said:?}");
        let ticket = agent.get(&format!("/api/v1/tickets/{ticket}")).await;
        assert_eq!(ticket.at("state"), "resolved");
        assert_eq!(ticket.at("resolution"), "refunded");
    })
    .await;
}

/// Whatever a customer can read is in `progress` and in what their link hears.
#[tokio::test]
async fn a_note_never_leaves_the_house() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let path = format!("/api/v1/tickets/{ticket}/messages");
        agent.post(&path, json!({ "kind": "note", "body": "商家是惯犯，勿告知客户" })).await;
        agent.post(&path, json!({ "kind": "public_reply", "body": "我们正在核实。" })).await;

        let number: TicketNumber = ticket.parse().unwrap();
        let seen = desk.progress(&desk.customer(), number.0).await.unwrap();
        let shown = serde_json::to_string(&seen).unwrap();

        assert!(shown.contains("我们正在核实"));
        assert!(!shown.contains("惯犯"));
    })
    .await;
}
