//! `/supervisions`: issued, answered, climbed, lifted; and who may not.

use desk::TokenScope;
use domain::time::Span;
use serde_json::{Value, json};
use testkit::both;

use crate::program::Program;

fn order(ticket: &str) -> Value {
    json!({
        "tickets": [ticket],
        "requirement": "今天内解决并答复客户",
        "deadline": "2026-01-02T20:00:00Z",
        "report_every": 4,
    })
}

async fn issue(program: &Program, ticket: &str) -> String {
    let answer = program.post("/api/v1/supervisions", order(ticket)).await;
    assert_eq!(answer.status, 201, "{answer:?}");
    answer.at("supervisions.0.id").to_string()
}

#[tokio::test]
async fn d_14_a_supervision_from_beginning_to_end() {
    both(|desk| async move {
        let director = Program::of(&desk, "linlan").await;
        let leader = Program::of(&desk, "wangzhuguan").await;
        let ticket = Program::of(&desk, "zhangqi").await.file().await;

        let issued = director.post("/api/v1/supervisions", order(&ticket)).await;
        let path = format!("/api/v1/supervisions/{}", issued.at("supervisions.0.id"));
        let to_answer = leader.get("/api/v1/supervisions?of=to_me").await;
        let read = leader.act(&format!("{path}/acknowledge")).await;
        let done = json!({ "report": "已补发", "kind": "answer" });
        let answered = leader.post(&format!("{path}/report"), done).await;
        let lifted = director.post(&format!("{path}/lift"), json!({ "note": "可以" })).await;

        assert_eq!(
            issued.at("results.0"),
            &json!({
                "number": ticket, "supervised": true, "refused": null,
            })
        );
        assert_eq!(issued.at("supervisions.0.due_at"), "2026-01-02T16:00:00Z");
        assert_eq!(to_answer.at("items.0.leader.name"), "王主管");
        assert_eq!(to_answer.at("items.0.may"), &json!(["acknowledge", "report"]));
        assert_eq!(read.at("state"), "acknowledged");
        assert_eq!(
            (answered.at("state"), answered.at("due_at")),
            (&json!("reporting"), &Value::Null)
        );
        assert_eq!(answered.at("reports.0.report"), "已补发");
        assert_eq!((lifted.at("state"), lifted.at("may")), (&json!("lifted"), &json!([])));
    })
    .await;
}

#[tokio::test]
async fn d_14_a_supervised_ticket_says_so_wherever_it_is_listed() {
    both(|desk| async move {
        let director = Program::of(&desk, "linlan").await;
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        issue(&director, &ticket).await;

        let list = agent.get("/api/v1/tickets?view=supervised").await;
        let work = agent.get("/api/v1/worklist").await;
        let page = agent.get(&format!("/api/v1/tickets/{ticket}")).await;
        let timeline = agent.get(&format!("/api/v1/tickets/{ticket}/timeline")).await;

        for row in [list.at("items.0"), work.at("items.0")] {
            assert_eq!(row["supervised"]["state"], "issued");
            assert_eq!(row["supervised"]["due_at"], "2026-01-02T16:00:00Z");
        }
        assert_eq!(page.at("supervisions.0.requirement"), "今天内解决并答复客户");
        assert_eq!(timeline.at("items.0.kind"), "supervision_issued");
        assert_eq!(timeline.at("items.0.names"), &json!(["售后部", "王主管"]));
    })
    .await;
}

#[tokio::test]
async fn d_14_the_supervised_side_is_told_why_it_cannot_end_it() {
    both(|desk| async move {
        let director = Program::of(&desk, "linlan").await;
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;
        let id = issue(&director, &ticket).await;
        agent.act(&format!("/api/v1/tickets/{ticket}/resolve")).await;

        let closed = agent.act(&format!("/api/v1/tickets/{ticket}/close")).await;
        let lifted = agent.act(&format!("/api/v1/supervisions/{id}/lift")).await;
        director.act(&format!("/api/v1/supervisions/{id}/lift")).await;
        let again = director.act(&format!("/api/v1/supervisions/{id}/lift")).await;
        let closed_now = agent.act(&format!("/api/v1/tickets/{ticket}/close")).await;

        assert_eq!(closed.problem(), (409, "supervised".into()));
        assert_eq!(lifted.problem(), (403, "forbidden".into()));
        assert_eq!(again.problem(), (409, "not_now".into()));
        assert_eq!(again.at("state"), "lifted");
        assert_eq!(closed_now.status, 200, "{closed_now:?}");
    })
    .await;
}

#[tokio::test]
async fn a_supervision_of_others_is_not_there() {
    both(|desk| async move {
        let director = Program::of(&desk, "linlan").await;
        let ticket = Program::of(&desk, "zhangqi").await.file().await;
        let path = format!("/api/v1/supervisions/{}", issue(&director, &ticket).await);
        let outsider = Program::of(&desk, "chenjing").await;
        let read_only = Program::with(&desk, "linlan", &[TokenScope::TicketsRead]).await;

        let refused = [
            outsider.get(&path).await,
            outsider.act(&format!("{path}/acknowledge")).await,
            outsider.post(&format!("{path}/report"), json!({ "report": "看看" })).await,
            outsider.act(&format!("{path}/lift")).await,
            outsider.get("/api/v1/supervisions/0").await,
        ];
        for answer in refused {
            assert_eq!(answer.problem(), (404, "not_found".into()));
        }
        assert!(outsider.get("/api/v1/supervisions").await.items().is_empty());
        assert_eq!(read_only.get(&path).await.status, 200);
        let issued = read_only.post("/api/v1/supervisions", order(&ticket)).await;
        let lifted = read_only.act(&format!("{path}/lift")).await;
        for answer in [issued, lifted] {
            assert_eq!(answer.problem(), (403, "forbidden".into()));
        }
    })
    .await;
}

#[tokio::test]
async fn d_14_the_board_counts_by_department() {
    both(|desk| async move {
        let director = Program::of(&desk, "linlan").await;
        let ticket = Program::of(&desk, "zhangqi").await.file().await;
        issue(&director, &ticket).await;
        desk.clock.pass(Span::hours(4));
        while desk.do_next_job().await.unwrap() {}

        let board = director.get("/api/v1/board/supervisions?days=7").await;
        let missed = director.get("/api/v1/supervisions?figure=missed&days=7").await;

        assert_eq!(board.at("departments.0.department.name"), "售后部");
        assert_eq!(board.at("departments.0.missed"), 1);
        assert_eq!(missed.at("items.0.state"), "escalated");
        assert_eq!(missed.at("items.0.answerable.name"), "客服中心");
        let bad = director.get("/api/v1/board/supervisions?days=0").await;
        assert_eq!(bad.problem(), (400, "bad_query".into()));
    })
    .await;
}
