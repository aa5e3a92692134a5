//! What no honest program sends never becomes a fault of ours.

use axum::body::Body;
use serde_json::json;
use testkit::both;

use crate::program::{Program, complaint};

#[tokio::test]
async fn odd_characters_are_text_like_any_other() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let mut body = complaint();
        body["subject"] = json!("a\u{0}b\u{202e}\u{1f600}");
        body["description"] = json!("\u{0}\u{feff}' OR 1=1 -- %_\\ \u{fffd}");

        let filed = agent.post("/api/v1/tickets", body).await;

        assert_eq!(filed.status, 201, "{filed:?}");
        for words in ["%00", "%27%22*(", "%25_", "%F0%9F%98%80", "AND%20OR%20NOT", "%C2%A0"] {
            let found = agent.get(&format!("/api/v1/tickets?q={words}")).await;
            assert_eq!(found.status, 200, "{words} {found:?}");
            let found = agent.get(&format!("/api/v1/customers?q={words}")).await;
            assert_eq!(found.status, 200, "{words} {found:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn absurd_bodies_are_refused_and_nothing_breaks() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let deep = "[".repeat(100_000);
        let bodies = [
            r#"{"description":"\ud800"}"#,
            r#"{"category_id":9223372036854775808}"#,
            r#"{"category_id":1e400}"#,
            r#"{"category_id":-9223372036854775808,"description":"x"}"#,
            r#"{"fields":{"\u0000":"\u0000"},"description":"x"}"#,
            r#"{"attachments":[9223372036854775807],"description":"x"}"#,
            r#"{"reason":"x","wake_at":"9999-12-30T22:00:00Z"}"#,
            r#"{"reason":"x","wake_at":"-009999-01-01T00:00:00Z"}"#,
            r#"{"into":9223372036854775807}"#,
            r#"{"message":9223372036854775807,"subject":"x"}"#,
            r#"{"agent_id":9223372036854775807}"#,
            r#"{"kind":"note","body":"x","mentions":[9223372036854775807]}"#,
            r#"{"kind":"note","body":"x","attachments":[9223372036854775807]}"#,
            r#"{"kind":"public_reply","body":"x","seen":-9223372036854775808}"#,
            r#"{"fields":{"batch":{"from":"\u0000","to":"\u0000"}}}"#,
            r#"{"category_id":{"from":1,"to":9223372036854775807}}"#,
            r#"{"owner_id":{"from":null,"to":9223372036854775807}}"#,
            "null",
            "[]",
            "\"\"",
            deep.as_str(),
        ];
        let acts = ["merge", "split", "wait", "transfer", "link", "messages", "resolve"];
        for body in bodies {
            let new = agent.request("POST", "/api/v1/tickets");
            let edit = agent.request("PATCH", &format!("/api/v1/tickets/{ticket}"));
            let acts =
                acts.map(|act| agent.request("POST", &format!("/api/v1/tickets/{ticket}/{act}")));
            for request in acts.into_iter().chain([new, edit]) {
                let request = request.header("content-type", "application/json");
                let answer = agent.send(request.body(Body::from(body.to_owned())).unwrap()).await;
                assert!(answer.status < 500, "{} {answer:?}", &body[..body.len().min(80)]);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn absurd_places_in_a_list_are_empty_or_refused() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        agent.file().await;
        for path in [
            "/api/v1/tickets?cursor=live_9223372036854775807.9223372036854775807",
            "/api/v1/tickets?cursor=closed_-9223372036854775808.-9223372036854775808",
            "/api/v1/tickets?q=ab&cursor=live_-9223372036854775808.0",
            "/api/v1/tickets?group=9223372036854775807&owner=9223372036854775807",
            "/api/v1/tickets?q=9223372036854775807",
            "/api/v1/worklist?cursor=queue_9223372036854775807.9223372036854775807",
            "/api/v1/customers?cursor=-9223372036854775808.9223372036854775807",
            "/api/v1/customers?q=ab&cursor=9223372036854775807.0",
            "/api/v1/tickets/1/timeline?cursor=9223372036854775807",
            "/api/v1/tickets/9223372036854775807/timeline",
            "/api/v1/categories/9223372036854775807/form",
        ] {
            let answer = agent.get(path).await;
            assert!(answer.status < 500, "{path} {answer:?}");
        }
        let long = format!("/api/v1/tickets?q={}", "%E5%81%87".repeat(3_000));
        assert!(agent.get(&long).await.status < 500);
    })
    .await;
}
