//! Steps that operate the shop: the flow goes on with what it said (leap 1).

use desk::Completion;
use domain::actor::Actor;
use domain::flow::kind::{ActionCall, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Outcome, Step, StepKey};
use domain::id::TicketId;
use domain::list::{PageSize, Shelf, TaskRow};
use domain::outbox::OutboxState;
use domain::task::TaskState;
use domain::ticket::ResolutionCode;
use serde_json::json;
use testkit::{TestDesk, both};

use crate::support::{make_all_calls, only_item, question, shop, tasks};

/// Somebody decides, the shop sends a new one, somebody tells the customer.
fn replacement() -> Flow {
    let call = ActionCall { connector: "shop".into(), operation: "ship".into() };
    let again = OwnerRule::HandlerOf { step: StepKey::new("decide") };
    Flow {
        steps: vec![
            Step::new("decide", "确认补发", StepKind::Work, OwnerRule::Queue).then("ship"),
            Step::new("ship", "补发商品", StepKind::Action(call), OwnerRule::Desk)
                .on("confirmed", "tell")
                .on("refused", "repair")
                .on("unknown", "repair"),
            Step::new("repair", "人工补发", StepKind::Work, again).then("tell"),
            Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::Queue).then_end(),
        ],
        ..Flow::default()
    }
}

/// A ticket whose first step 张琪 has finished: the shop is to be asked.
async fn decided(desk: &TestDesk) -> TicketId {
    let me = desk.agent().await;
    desk.run_flow("补发", replacement(), desk.cast.complaint).await;
    let ticket = desk.file_ticket().await;
    let decide = tasks(desk, ticket).await[0].id;
    desk.claim(&me, decide).await.unwrap();
    let done = Completion { outcome: Some(Outcome::done()), ..Completion::default() };
    desk.complete(&me, decide, done).await.unwrap();
    ticket
}

async fn mine(desk: &TestDesk, who: &Actor) -> Vec<TaskRow> {
    desk.worklist(who, Shelf::Mine, None, None, PageSize::default()).await.unwrap().rows
}

#[tokio::test]
async fn j_02_operating_the_ticket_operates_the_shop_and_the_flow_goes_on() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = decided(&desk).await;
        let me = desk.agent().await;
        let (waiting, list) = (tasks(&desk, ticket).await, mine(&desk, &me).await);

        make_all_calls(&desk).await;

        let (now, effects) = (tasks(&desk, ticket).await, shop.effects().await);
        assert_eq!((waiting[1].state, list.len()), (TaskState::WaitingExternal, 0));
        assert_eq!(effects.len(), 1);
        assert_eq!((now[1].state, now[2].step.as_str()), (TaskState::Done, "tell"));
        // Whoever goes on has the number at hand.
        assert_eq!(now[2].note.as_ref(), Some(&effects[0].reference));
        assert_eq!(now.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn d_11_what_the_shop_refuses_is_a_new_task_for_whom_the_flow_names() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = decided(&desk).await;
        let me = desk.agent().await;
        shop.script("shipments", json!({ "how": "refuse", "reason": "仓库无货" }), 1).await;

        make_all_calls(&desk).await;

        let list = mine(&desk, &me).await;
        let now = tasks(&desk, ticket).await;
        assert_eq!((now[1].state, now.len()), (TaskState::Failed, 3));
        assert_eq!((list.len(), list[0].step_key.as_str()), (1, "repair"));
        assert_eq!(now[2].note.as_deref(), Some("仓库无货"));
        assert_eq!(shop.effects().await, []);
    })
    .await;
}

#[tokio::test]
async fn what_failed_after_the_ticket_was_over_is_still_somebodys_to_see() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = decided(&desk).await;
        let me = desk.agent().await;
        shop.script("shipments", json!({ "how": "refuse", "reason": "仓库无货" }), 1).await;
        desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();

        make_all_calls(&desk).await;

        let open: Vec<_> =
            tasks(&desk, ticket).await.into_iter().filter(|it| !it.state.is_over()).collect();
        assert_eq!(only_item(&desk, ticket).await.state, OutboxState::Refused);
        assert_eq!(open.len(), 1);
        assert_eq!(question(&open[0]), "优选商城 · 补发商品: 仓库无货");
        assert_eq!(open[0].handler, Some(desk.cast.agent));
    })
    .await;
}
