//! What a supplier's program may do, and what it may not know.

use desk::{Desk, NewContact, TokenScope};
use domain::actor::Actor;
use domain::narrow::AskToConfirm;
use domain::partner::PartnerKind;
use serde_json::json;
use testkit::{TestDesk, both};

use crate::program::{Program, complaint};

/// 华美电子's program, and a task that was sent to it.
async fn program(desk: &TestDesk) -> (Program, i64, String) {
    let system = Actor::System;
    let partner = desk.create_partner(&system, PartnerKind::Supplier, "华美电子").await.unwrap();
    let contact = NewContact {
        partner: Some(partner),
        name: "李姐".into(),
        phone: Some("13700001111".into()),
        email: None,
    };
    let contact = desk.add_contact(&system, contact).await.unwrap();
    let scopes = TokenScope::named("write").unwrap();
    let scopes = [&scopes[..], &[TokenScope::TicketsRead]].concat();
    let granted =
        desk.create_partner_token(&system, contact, "ERP", &scopes, Desk::TOKEN_LASTS).await;
    let ticket = desk.file_ticket().await;
    let ask = AskToConfirm {
        ticket,
        partner,
        question: "10 月罚款".into(),
        lines: vec![("迟发".into(), "300".into())],
        attachments: vec![],
        due_at: None,
    };
    let task = desk.ask_to_confirm(&desk.agent().await, ask).await.unwrap();
    let token = granted.unwrap().token;
    (Program::holding(desk, &token), task.0, ticket.number().to_string())
}

#[tokio::test]
async fn a_13_a_supplier_lists_and_answers_what_was_sent_to_it() {
    both(|desk| async move {
        let (supplier, task, number) = program(&desk).await;

        let list = supplier.get("/api/v1/partner/tasks").await;
        let shown = supplier.get(&format!("/api/v1/partner/tasks/{task}")).await;
        let line = shown.body["lines"][0]["id"].clone();
        let answer = json!({ "signed_name": "李姐", "lines": [
            { "id": line, "verdict": "disputed", "comment": "已补发" },
        ] });
        let path = format!("/api/v1/partner/tasks/{task}/answer");
        let key = [("idempotency-key", "answer-1")];
        let blank = supplier.post(&path, json!({})).await;
        let first = supplier.post_with(&path, answer.clone(), &key).await;
        let again = supplier.post_with(&path, answer, &key).await;

        assert_eq!(list.body[0]["ticket"], number);
        assert_eq!(shown.body["asks"], "lines");
        assert_eq!(blank.problem(), (422, "invalid".into()));
        assert_eq!((first.status, again.status), (200, 200));
        assert_eq!(again.body["outcome"], "disputed");
        assert_eq!(supplier.get("/api/v1/partner/tasks").await.body, json!([]));
    })
    .await;
}

#[tokio::test]
async fn leap_6_d_20_a_case_file_says_what_was_said_to_each_line() {
    both(|desk| async move {
        let (supplier, task, number) = program(&desk).await;
        let path = format!("/api/v1/partner/tasks/{task}");
        let line = supplier.get(&path).await.body["lines"][0]["id"].clone();
        let answer = json!({ "signed_name": "李姐", "lines": [
            { "id": line, "verdict": "disputed", "comment": "已补发" },
        ] });
        supplier.post(&format!("{path}/answer"), answer).await;
        let agents = Program::of(&desk, "zhangqi").await;

        let file = agents.get(&format!("/api/v1/tickets/{number}/case-file")).await;

        assert_eq!(file.at("confirmations.0.partner"), "华美电子");
        assert_eq!(file.at("confirmations.0.lines.0.amount_fen"), 30_000);
        assert_eq!(file.at("confirmations.0.lines.0.verdict"), "disputed");
        assert_eq!(file.at("confirmations.0.lines.0.reason"), "已补发");
        assert_eq!(file.at("confirmations.0.signature.name"), "李姐");
        assert_eq!(file.at("confirmations.0.signature.drawn"), false);
        let hash = file.text("confirmations.0.signature.sha256");
        assert_eq!(hash.len(), 64, "{hash}");
    })
    .await;
}

#[tokio::test]
async fn a_13_a_supplier_reads_no_ticket_and_no_list() {
    both(|desk| async move {
        let (supplier, _, number) = program(&desk).await;
        let agents = Program::of(&desk, "zhangqi").await;

        for path in ["/tickets", "/tickets?q=精华", "/worklist", "/counts", "/customers", "/board"]
        {
            let refused = supplier.get(&format!("/api/v1{path}")).await;
            assert_eq!(refused.problem(), (403, "forbidden".into()), "{path}");
        }
        for path in ["", "/timeline"] {
            let refused = supplier.get(&format!("/api/v1/tickets/{number}{path}")).await;
            assert_eq!(refused.problem(), (404, "not_found".into()), "{path}");
        }
        assert_eq!(supplier.get("/api/v1/events").await.status, 403);
        let others = agents.get("/api/v1/partner/tasks/1").await;
        assert_eq!(others.problem(), (404, "not_found".into()));
    })
    .await;
}

#[tokio::test]
async fn a_06_a_supplier_files_where_it_may_and_the_same_key_is_one_ticket() {
    both(|desk| async move {
        let (supplier, _, _) = program(&desk).await;
        let key = [("idempotency-key", "po-4711")];

        let shut = supplier.post("/api/v1/tickets", complaint()).await;
        desk.open_to_partners(&desk.admin().await, &[desk.cast.complaint]).await.unwrap();
        let first = supplier.post_with("/api/v1/tickets", complaint(), &key).await;
        let again = supplier.post_with("/api/v1/tickets", complaint(), &key).await;
        let categories = supplier.get("/api/v1/categories").await;

        assert_eq!(shut.problem(), (422, "invalid".into()));
        assert_eq!(first.status, 201, "{:?}", first.body);
        assert_eq!(first.body["number"], again.body["number"]);
        assert_eq!(again.header("idempotent-replay"), "true");
        let names: Vec<_> = categories.body["items"].as_array().unwrap().iter().collect();
        assert!(names.iter().all(|it| it["name"] != "咨询"), "{names:?}");
    })
    .await;
}
