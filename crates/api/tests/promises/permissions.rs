//! A token is never more than its agent, nor than its scopes.

use desk::TokenScope;
use domain::time::Span;
use serde_json::json;
use testkit::both;

use crate::program::{Program, complaint};

#[tokio::test]
async fn nobody_gets_in_without_a_token() {
    both(|desk| async move {
        for token in ["", "gd_made_up", "Bearer", "\u{e9}"] {
            let stranger = Program::holding(&desk, token);
            for path in ["/api/v1/tickets", "/api/v1/me", "/api/v1/events", "/api/v1/tickets/x"] {
                let refused = stranger.get(path).await;
                assert_eq!(refused.problem(), (401, "signed_out".into()), "{token} {path}");
                assert!(refused.header("www-authenticate").starts_with("Bearer"));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_ends() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        assert_eq!(agent.get("/api/v1/me").await.status, 200);

        desk.clock.pass(Span::days(2));

        assert_eq!(agent.get("/api/v1/me").await.problem(), (401, "signed_out".into()));
    })
    .await;
}

#[tokio::test]
async fn a_token_for_reading_cannot_write() {
    both(|desk| async move {
        let ticket = Program::of(&desk, "zhangqi").await.file().await;
        let reader = Program::with(&desk, "zhangqi", &[TokenScope::TicketsRead]).await;
        let note = json!({ "kind": "note", "body": "一句话" });
        let path = format!("/api/v1/tickets/{ticket}");

        assert_eq!(reader.get(&path).await.status, 200);
        let refused = [
            reader.post("/api/v1/tickets", complaint()).await,
            reader.post(&format!("{path}/messages"), note).await,
            reader.act(&format!("{path}/resolve")).await,
            reader.get("/api/v1/board").await,
            reader.get("/api/v1/customers").await,
        ];
        for answer in refused {
            assert_eq!(answer.problem(), (403, "forbidden".into()));
        }
    })
    .await;
}

#[tokio::test]
async fn another_groups_ticket_is_not_there() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let elsewhere = desk.file_elsewhere().await.number();
        let path = format!("/api/v1/tickets/{elsewhere}");
        let words = "/api/v1/tickets?q=%E6%8F%90%E7%8E%B0"; // 提现

        let refused = [
            agent.get(&path).await,
            agent.get(&format!("{path}/timeline")).await,
            agent.act(&format!("{path}/resolve")).await,
            agent.post(&format!("{path}/messages"), json!({ "kind": "note", "body": "看" })).await,
            agent.patch(&path, json!({ "subject": { "from": "a", "to": "b" } })).await,
        ];

        for answer in refused {
            assert_eq!(answer.problem(), (404, "not_found".into()));
        }
        assert!(agent.get("/api/v1/tickets").await.items().is_empty());
        assert!(agent.get(words).await.items().is_empty());
        assert!(agent.get(&format!("/api/v1/tickets?q={elsewhere}")).await.items().is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_observer_reads_and_changes_nothing() {
    both(|desk| async move {
        let ticket = Program::of(&desk, "zhangqi").await.file().await;
        let observer = Program::of(&desk, "guanchayuan").await;
        let path = format!("/api/v1/tickets/{ticket}");

        assert_eq!(observer.get(&path).await.status, 200);
        for act in ["resolve", "close", "urge", "resume"] {
            let refused = observer.act(&format!("{path}/{act}")).await;
            assert_eq!(refused.problem(), (403, "forbidden".into()), "{act}");
        }
    })
    .await;
}
