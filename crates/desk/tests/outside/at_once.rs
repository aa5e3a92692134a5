//! What needs nobody once it is known who asks: checked, done elsewhere, closed (J-10, D-27).

use desk::Completion;
use domain::flow::kind::{ActionCall, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Evidence, Flow, Step};
use domain::identity::{IdentityMethod, IdentityResult};
use domain::list::{PageSize, Shelf};
use domain::state::TicketState;
use testkit::{TestDesk, both};

use crate::support::{make_all_calls, shop, tasks};

/// The check, then the other system, then the end; only what fails is a person's.
fn at_once() -> Flow {
    let mut check = Step::new("check", "核实身份", StepKind::Work, OwnerRule::Queue).then("do");
    check.evidence = vec![Evidence::Identity];
    let call = ActionCall { connector: "shop".into(), operation: "ship".into() };
    let act = Step::new("do", "订单系统办理", StepKind::Action(call), OwnerRule::Desk)
        .on("refused", "by-hand")
        .on("unknown", "by-hand")
        .then_end();
    let by_hand = Step::new("by-hand", "人工办理", StepKind::Work, OwnerRule::Queue).then_end();
    Flow { steps: vec![check, act, by_hand], strict: true, reopen_at: None }
}

async fn run(desk: &TestDesk) {
    desk.run_flow("核实即办", at_once(), desk.cast.complaint).await;
}

#[tokio::test]
async fn j_10_what_was_asked_for_runs_and_closes_once_it_is_known_who_asks() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        run(&desk).await;
        let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
        let task = tasks(&desk, ticket).await[0].id;
        desk.claim(&me, task).await.unwrap();

        let unknown = desk.complete(&me, task, Completion::default()).await;
        let passed = (IdentityMethod::IdLastFour, IdentityResult::Passed);
        desk.check_identity(&me, ticket, passed.0, passed.1).await.unwrap();
        desk.complete(&me, task, Completion::default()).await.unwrap();
        make_all_calls(&desk).await;

        assert!(unknown.is_err(), "nothing is done for a stranger");
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let left = desk.worklist(&me, Shelf::Mine, None, None, PageSize::default()).await.unwrap();
        assert_eq!(page.ticket.state, TicketState::Resolved);
        assert_eq!(left.rows.len(), 0, "nobody had to do the rest");
        drop(shop);
    })
    .await;
}

#[tokio::test]
async fn j_10_what_the_other_system_refuses_is_a_persons() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        run(&desk).await;
        let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
        while desk.make_next_call().await.unwrap() {}
        shop.script("shipments", serde_json::json!({ "how": "refuse", "reason": "订单已冻结" }), 9)
            .await;
        let task = tasks(&desk, ticket).await[0].id;
        desk.claim(&me, task).await.unwrap();
        let passed = (IdentityMethod::CallBack, IdentityResult::Passed);
        desk.check_identity(&me, ticket, passed.0, passed.1).await.unwrap();

        desk.complete(&me, task, Completion::default()).await.unwrap();
        make_all_calls(&desk).await;

        let all = tasks(&desk, ticket).await;
        let last = all.last().unwrap();
        assert_eq!(last.step.as_str(), "by-hand", "{all:?}");
        assert!(last.is_actionable());
    })
    .await;
}
