//! Every refusal is a problem with a code that stays.

use axum::body::Body;
use serde_json::json;
use testkit::{Database, TestDesk, both};

use crate::program::{Program, complaint};

async fn scene() -> (TestDesk, Program) {
    let desk = TestDesk::open(Database::Sqlite).await;
    let agent = Program::of(&desk, "zhangqi").await;
    (desk, agent)
}

#[tokio::test]
async fn what_does_not_fit_the_state_says_which_state() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;

        let refused = agent.act(&format!("/api/v1/tickets/{ticket}/close")).await;

        assert_eq!(refused.problem(), (409, "not_now".into()));
        assert!(refused.at("state").is_string());
    })
    .await;
}

#[tokio::test]
async fn d_15_urging_again_says_when_it_will_be_heard() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let urge = format!("/api/v1/tickets/{}/urge", agent.file().await);
        agent.act(&urge).await;

        let refused = agent.act(&urge).await;

        assert_eq!(refused.problem(), (429, "too_often".into()));
        assert_eq!(refused.header("retry-after"), "3600");
        assert_eq!(refused.at("again_at"), "2026-01-02T13:00:00Z");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let (_desk, agent) = scene().await;
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v2/tickets",
        "/api/v1/tickets/GD-999999",
        "/api/v1/tickets/0",
        "/api/v1/tickets/-1",
        "/api/v1/tickets/abc",
        "/api/v1/tickets/99999999999999999999",
        "/api/v1/tickets/%00",
        "/api/v1/tickets/%FF",
        "/api/v1/customers/9223372036854775807",
        "/api/v1/attachments/1e3",
    ] {
        assert_eq!(agent.get(path).await.problem(), (404, "not_found".into()), "{path}");
    }
}

#[tokio::test]
async fn the_wrong_method_says_which_are_right() {
    let (_desk, agent) = scene().await;
    let request = agent.request("DELETE", "/api/v1/tickets").body(Body::empty()).unwrap();

    let refused = agent.send(request).await;

    assert_eq!(refused.problem(), (405, "method_not_allowed".into()));
    assert!(refused.header("allow").contains("POST"), "{refused:?}");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_says_why() {
    let (_desk, agent) = scene().await;
    let send = |kind: &'static str, body: &'static str| {
        let request = agent.request("POST", "/api/v1/tickets").header("content-type", kind);
        agent.send(request.body(Body::from(body)).unwrap())
    };

    assert_eq!(send("application/json", "{").await.problem(), (400, "bad_json".into()));
    assert_eq!(send("application/json", "{} x").await.problem(), (400, "bad_json".into()));
    let wrong_kind = send("text/plain", "{}").await;
    assert_eq!(wrong_kind.problem(), (415, "unsupported_media_type".into()));
    let misshapen = send("application/json", r#"{"customer":{"phone":5}}"#).await;
    assert_eq!(misshapen.problem(), (422, "invalid".into()));
    assert_eq!(misshapen.at("errors.0.field"), "customer.phone");
    assert_eq!(misshapen.at("errors.0.code"), "wrong_shape");
}

#[tokio::test]
async fn a_query_that_cannot_be_read_says_where() {
    let (_desk, agent) = scene().await;
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("state=done", "state"),
        ("view=mine", "view"),
        ("group=x", "group"),
        ("cursor=nowhere", "cursor"),
        ("cursor=live_1", "cursor"),
        ("state=new&cursor=closed_1.1", "cursor"),
    ] {
        let refused = agent.get(&format!("/api/v1/tickets?{query}")).await;
        assert_eq!(refused.problem(), (400, "bad_query".into()), "{query}");
        assert_eq!(refused.at("errors.0.field"), field, "{query}");
    }
}

#[tokio::test]
async fn a_key_is_visible_ascii() {
    let (_desk, agent) = scene().await;
    let long = "k".repeat(256);
    for key in ["", "a b", "\u{e9}", long.as_str()] {
        let key = [("Idempotency-Key", key)];
        let refused = agent.post_with("/api/v1/tickets", complaint(), &key).await;
        assert_eq!(refused.problem(), (400, "bad_idempotency_key".into()), "{key:?}");
    }
}

#[tokio::test]
async fn a_body_may_be_too_large() {
    let (_desk, agent) = scene().await;
    let body = json!({ "description": "字".repeat(1_000_000) });

    let refused = agent.post("/api/v1/tickets", body).await;

    assert_eq!(refused.problem(), (413, "too_large".into()));
}

#[tokio::test]
async fn a_problem_carries_the_id_of_its_request() {
    let (_desk, agent) = scene().await;
    let request = agent.request("GET", "/api/v1/tickets/0").header("x-request-id", "abc-1");

    let refused = agent.send(request.body(Body::empty()).unwrap()).await;

    assert_eq!(refused.at("request_id"), "abc-1");
}
