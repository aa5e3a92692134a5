//! Flows, kept by a program.

use desk::TokenScope;
use serde_json::{Value, json};
use testkit::both;

use crate::program::Program;

async fn first(admin: &Program) -> i64 {
    admin.get("/api/v1/flows").await.items()[0]["id"].as_i64().unwrap()
}

fn draft() -> Value {
    json!({ "steps": [{
        "key": "look",
        "name": "查看",
        "kind": { "is": "work" },
        "owner": { "rule": "queue" },
        "next": [
            { "when": [{ "fact": "amount", "is": "at_most", "number": 50000 }], "to": null },
            { "to": null },
        ],
    }] })
}

#[tokio::test]
async fn s_02_a_program_changes_and_publishes_a_flow() {
    both(|desk| async move {
        let admin = Program::of(&desk, "admin").await;
        let path = format!("/api/v1/flows/{}", first(&admin).await);

        let saved = admin.put(&format!("{path}/draft"), json!({ "flow": draft() })).await;
        let read = admin.get(&path).await;
        let published = admin.act(&format!("{path}/publish")).await;

        assert_eq!((saved.status, &saved.body["problems"]), (200, &json!([])));
        let way = &read.body["draft"]["steps"][0]["next"][0];
        assert_eq!(way["when"][0]["number"], 50000);
        assert_eq!((published.status, &published.body["has_draft"]), (200, &json!(false)));
        assert_eq!(published.body["published"]["steps"][0]["name"], "查看");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_draft_is_said_in_codes() {
    both(|desk| async move {
        let admin = Program::of(&desk, "admin").await;
        let path = format!("/api/v1/flows/{}", first(&admin).await);
        let mut lost = draft();
        lost["steps"][0]["next"] = json!([{ "to": "nowhere" }]);

        let saved = admin.put(&format!("{path}/draft"), json!({ "flow": lost })).await;
        let published = admin.act(&format!("{path}/publish")).await;

        let problem = json!({ "step": "look", "problem": "no_such_step", "about": "nowhere" });
        assert_eq!(saved.body["problems"], json!([problem]));
        assert_eq!(published.problem(), (422, "invalid".into()));
        assert_eq!(published.at("errors.0.field"), "steps.0");
        assert_eq!(published.at("errors.0.code"), "no_such_step");
        assert_eq!(published.at("errors.0.detail"), "it names a step that is not there: nowhere");
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_programs_is_told() {
    both(|desk| async move {
        let admin = Program::of(&desk, "admin").await;
        let path = format!("/api/v1/flows/{}/draft", first(&admin).await);
        let saved = admin.put(&path, json!({ "flow": draft() })).await;
        let seen = saved.body["saved_at"].clone();

        let mine = json!({ "flow": draft(), "seen": seen });
        let first = admin.put(&path, mine.clone()).await;
        let second = admin.put(&path, mine).await;

        assert_eq!(first.status, 200);
        assert_eq!(second.problem(), (409, "conflict".into()));
    })
    .await;
}

#[tokio::test]
async fn a_token_without_the_administrators_scope_sees_no_flows() {
    both(|desk| async move {
        let path = format!("/api/v1/flows/{}", first(&Program::of(&desk, "admin").await).await);
        let strangers = [
            Program::with(&desk, "admin", &[TokenScope::TicketsWrite]).await,
            Program::of(&desk, "zhangqi").await,
        ];

        for program in strangers {
            let refused = [
                program.get("/api/v1/flows").await,
                program.get(&path).await,
                program.put(&format!("{path}/draft"), json!({ "flow": draft() })).await,
                program.act(&format!("{path}/publish")).await,
            ];
            for answer in refused {
                assert_eq!(answer.problem(), (403, "forbidden".into()));
            }
        }
    })
    .await;
}
