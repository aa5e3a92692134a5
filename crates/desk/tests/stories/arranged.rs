//! What administrators make of steps alone: confirming a problem first, calling back afterwards.

use desk::Completion;
use domain::flow::kind::{Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Outcome, Step};
use domain::page::StepState;
use domain::state::TicketState;
use domain::time::Span;
use testkit::{TestDesk, both};

use crate::flowing::{because, ending, mine, run};

fn answer(word: &str, label: &str, needs_note: bool) -> Answer {
    Answer { outcome: Outcome::new(word), label: label.into(), needs_note }
}

/// A manager finds out whether the problem is genuine, before anybody works on it.
fn triage(desk: &TestDesk) -> Flow {
    let answers = vec![
        answer("genuine", "属实", false),
        answer("rejected", "不属实", true),
        answer("more", "需要补充", true),
    ];
    let manager = OwnerRule::Department { department: desk.cast.after_sales };
    Flow {
        steps: vec![
            Step::new("triage", "核实真实性", StepKind::Question { answers }, manager)
                .on("genuine", "handle")
                .on("rejected", "tell")
                .on("more", "ask"),
            Step::new("ask", "向客户了解", StepKind::Work, OwnerRule::Queue).then("triage"),
            Step::new("handle", "处理", StepKind::Work, OwnerRule::Queue).then("tell"),
            Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::Queue).then_end(),
        ],
        ..Flow::default()
    }
}

#[tokio::test]
async fn c_11_nobody_is_given_work_before_the_problem_is_confirmed() {
    both(|desk| async move {
        run(&desk, triage(&desk)).await;
        let (me, manager) = (desk.agent().await, desk.leader().await);
        let ticket = desk.file_ticket().await;
        assert_eq!(desk.queue_of(&me).await.len(), 0, "not yet");

        let asked = mine(&desk, &manager).await.remove(0);
        let silent = desk.complete(&manager, asked.id, ending("rejected")).await;
        desk.complete(&manager, asked.id, because("more", "请补一张批号照片")).await.unwrap();
        let unclear = desk.queue_of(&me).await.remove(0);
        assert_eq!(unclear.step_key.as_str(), "ask");
        desk.complete(&me, unclear.id, because("done", "批号 L2209")).await.unwrap();
        let again = mine(&desk, &manager).await.remove(0);
        desk.complete(&manager, again.id, ending("genuine")).await.unwrap();

        assert!(silent.is_err(), "whoever rejects says why");
        assert_ne!(again.id, asked.id);
        let work = [mine(&desk, &me).await, desk.queue_of(&me).await].concat();
        assert_eq!((work.len(), work[0].step_key.as_str()), (1, "handle"));
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.steps[0].state, StepState::Done);
    })
    .await;
}

/// A week after the result, somebody calls by a script and keeps what was said.
fn return_visit() -> Flow {
    let answers = vec![
        answer("pleased", "满意", false),
        answer("displeased", "不满意", true),
        answer("unreached", "未接通", false),
    ];
    let mut visit =
        Step::new("visit", "电话回访", StepKind::Question { answers }, OwnerRule::TicketOwner)
            .on("displeased", "handle")
            .on("unreached", "later")
            .then_end();
    visit.instructions =
        Some("您好，这里是优选商城。上次的问题解决了吗？还有什么可以改进的？".into());
    Flow {
        steps: vec![
            Step::new("handle", "处理", StepKind::Work, OwnerRule::Queue).then("later"),
            Step::new("later", "等一周", StepKind::Timer { hours: 168 }, OwnerRule::Desk)
                .then("visit"),
            visit,
        ],
        strict: true,
        reopen_at: None,
    }
}

#[tokio::test]
async fn k_08_a_return_visit_is_a_task_with_a_script_and_its_result_is_kept() {
    both(|desk| async move {
        run(&desk, return_visit()).await;
        let me = desk.agent().await;
        let ticket = desk.file_ticket().await;
        let work = desk.queue_of(&me).await.remove(0);
        desk.claim(&me, work.id).await.unwrap();
        desk.complete(&me, work.id, Completion::default()).await.unwrap();
        assert_eq!(mine(&desk, &me).await.len(), 0, "nobody has to remember it");

        desk.clock.pass(Span::days(7));
        while desk.do_next_job().await.unwrap() {}

        let visit = mine(&desk, &me).await.remove(0);
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let step = page.tasks[0].step.as_ref().unwrap();
        let script = step.instructions.as_deref().unwrap_or_default();
        assert_eq!(visit.step_key.as_str(), "visit");
        assert!(script.starts_with("您好"), "{script}");
        desk.complete(&me, visit.id, ending("pleased")).await.unwrap();
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.ticket.state, TicketState::Resolved);
        let kept = page
            .timeline
            .entries
            .iter()
            .any(|entry| format!("{:?}", entry.what()).contains("pleased"));
        assert!(kept, "the result stands in the timeline");
    })
    .await;
}
