//! How long steps take, and which of them holds everything up (D-25).

use desk::{Completion, DeskError};
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Step};
use domain::time::Span;
use testkit::{TestDesk, both};

use crate::flowing::{mine, run};

fn two_steps() -> Flow {
    let step = |key: &str, name: &str| Step::new(key, name, StepKind::Work, OwnerRule::Queue);
    let steps = vec![step("check", "核实").then("pay"), step("pay", "打款").then_end()];
    Flow { steps, ..Flow::default() }
}

/// One ticket whose first step took so many hours, and its second so many.
async fn took(desk: &TestDesk, check: i64, pay: i64) {
    let me = desk.agent().await;
    desk.file_ticket().await;
    let first = desk.queue_of(&me).await.remove(0);
    desk.claim(&me, first.id).await.unwrap();
    for hours in [check, pay] {
        desk.clock.pass(Span::hours(hours));
        let task = match mine(desk, &me).await.pop() {
            Some(task) => task.id,
            None => desk.queue_of(&me).await.remove(0).id,
        };
        desk.complete(&me, task, Completion::default()).await.unwrap();
    }
}

#[tokio::test]
async fn d_25_the_slowest_step_of_a_leaf_is_pointed_at() {
    both(|desk| async move {
        run(&desk, two_steps()).await;
        for (check, pay) in [(1, 5), (2, 10), (3, 90)] {
            took(&desk, check, pay).await;
        }
        desk.learn_step_times().await.unwrap();

        let found = desk.step_times(&desk.leader().await).await.unwrap();
        let leaf = &found.leaves[0];
        assert_eq!((found.leaves.len(), leaf.path.join("/")), (1, "投诉/已购买/商家售假".into()));
        let told =
            leaf.steps.iter().map(|it| (it.name.clone().unwrap(), it.median, it.p90, it.sample));
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                ("核实".into(), Span::hours(2), Span::hours(3), 3),
                ("打款".into(), Span::hours(10), Span::hours(90), 3),
            ]
        );
        assert_eq!(leaf.bottleneck().unwrap().key, "pay");
        assert_eq!(leaf.share(&leaf.steps[1]), 94);
    })
    .await;
}

#[tokio::test]
async fn d_25_a_leader_sees_the_leaves_of_their_own_groups_and_agents_none() {
    both(|desk| async move {
        run(&desk, two_steps()).await;
        took(&desk, 1, 2).await;
        desk.learn_step_times().await.unwrap();

        let theirs = desk.step_times(&desk.leader().await).await.unwrap();
        let others = desk.step_times(&desk.other_leader().await).await.unwrap();
        let agent = desk.step_times(&desk.agent().await).await;

        assert_eq!((theirs.leaves.len(), others.leaves.len()), (1, 0));
        assert!(matches!(agent, Err(DeskError::Forbidden)));
    })
    .await;
}
