//! `/tickets/{number}/case-file`: who gets which, and that it is recorded; and who asks.

use desk::TokenScope;
use serde_json::{Value, json};
use testkit::both;

use crate::program::Program;

#[tokio::test]
async fn leap_6_a_case_file_is_for_an_audience() {
    both(|desk| async move {
        let program = Program::of(&desk, "zhangqi").await;
        let path = format!("/api/v1/tickets/{}", program.file().await);
        let note = json!({ "kind": "note", "body": "客户 13812345521 情绪激动" });
        program.post(&format!("{path}/messages"), note).await;

        let inside = program.get(&format!("{path}/case-file")).await;
        let outside = program.get(&format!("{path}/case-file?audience=regulator")).await;
        let nobody = program.get(&format!("{path}/case-file?audience=press")).await;

        assert_eq!(inside.at("audience"), "internal");
        assert_eq!(inside.at("messages.1.note"), true);
        assert_eq!(inside.at("messages.1.body"), "客户 138 **** 5521 情绪激动");
        assert_eq!(inside.at("messages.1.by"), "张琪");
        assert_eq!(inside.at("elapsed_minutes"), 0);
        assert_eq!(outside.at("messages.1"), &Value::Null, "{outside:?}");
        assert_eq!(nobody.problem(), (400, "bad_query".into()));
    })
    .await;
}

#[tokio::test]
async fn leap_6_a_pdf_is_taken_and_that_is_recorded() {
    both(|desk| async move {
        let program = Program::of(&desk, "zhangqi").await;
        let number = program.file().await;
        let path = format!("/api/v1/tickets/{number}");

        let pdf = program.get(&format!("{path}/case-file.pdf?audience=partner")).await;

        assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"));
        assert_eq!(pdf.body, format!("%PDF {number} partner"));
        let timeline = program.get(&format!("{path}/timeline")).await;
        assert_eq!(timeline.at("items.0.kind"), "case_file_taken");
        assert_eq!(timeline.at("items.0.details.audience"), "partner");
    })
    .await;
}

#[tokio::test]
async fn leap_6_who_may_not_speak_outside_takes_nothing_there() {
    both(|desk| async move {
        let number = Program::of(&desk, "zhangqi").await.file().await;
        let reading = Program::with(&desk, "zhangqi", &[TokenScope::TicketsRead]).await;
        let stranger = Program::of(&desk, "chenjing").await;
        let path = format!("/api/v1/tickets/{number}/case-file?audience=customer");

        assert_eq!(reading.get(&path).await.problem(), (403, "forbidden".into()));
        assert_eq!(stranger.get(&path).await.problem(), (404, "not_found".into()));
    })
    .await;
}

#[tokio::test]
async fn p_06_a_check_is_recorded_with_its_method_and_result() {
    both(|desk| async move {
        let program = Program::of(&desk, "zhangqi").await;
        let path = format!("/api/v1/tickets/{}/identity-checks", program.file().await);
        let reading = Program::with(&desk, "zhangqi", &[TokenScope::TicketsRead]).await;
        let check = json!({ "method": "order_and_name", "result": "passed" });

        let checked = program.post(&path, check.clone()).await;

        assert_eq!(checked.at("identity_check.method"), "order_and_name");
        assert_eq!(checked.at("identity_check.by"), "张琪");
        assert_eq!(checked.at("identity_check.expires_at"), "2026-01-03T12:00:00Z");
        assert_eq!(reading.post(&path, check).await.problem(), (403, "forbidden".into()));
        let unheard = json!({ "method": "horoscope", "result": "passed" });
        assert_eq!(program.post(&path, unheard).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_25_a_program_says_through_which_door_it_came() {
    both(|desk| async move {
        let leaf = desk.cast.question;
        desk.create_channel(&desk.admin().await, "c315", "315 / 消协", &[leaf]).await.unwrap();
        let program = Program::of(&desk, "chenjing").await;
        let through = |channel: &str, category: &[&str]| {
            json!({ "channel": channel, "category": category, "description": "转办",
                "customer": { "phone": "13812345521" } })
        };
        let (question, complaint) = (["咨询", "提现", "到账时长"], ["投诉", "已购买", "商家售假"]);

        let filed = program.post("/api/v1/tickets", through("c315", &question)).await;
        let other = program.post("/api/v1/tickets", through("c315", &complaint)).await;
        let unknown = program.post("/api/v1/tickets", through("fax", &question)).await;

        let ticket = program.get(&format!("/api/v1/tickets/{}", filed.text("number"))).await;
        assert_eq!(ticket.at("channel"), "315 / 消协");
        assert_eq!(other.at("errors.0.code"), "not_offered");
        assert_eq!(unknown.at("errors.0.field"), "channel");
    })
    .await;
}
