//! Tickets that run badly 运行不畅 (H-05).

use desk::{DeskError, WaitPlan};
use domain::id::TicketId;
use domain::list::{PageSize, Shelf, TicketQuery, TicketRow, View};
use domain::stuck::{Thresholds, Trouble};
use domain::ticket::{ResolutionCode, WaitFor};
use domain::time::Span;
use testkit::{TestDesk, both};

async fn take(desk: &TestDesk) {
    let me = desk.agent().await;
    let queue = desk.worklist(&me, Shelf::Queue, None, None, PageSize::default()).await.unwrap();
    desk.claim(&me, queue.rows[0].id).await.unwrap();
}

/// So many tickets were handled in an hour each.
async fn used_to_an_hour(desk: &TestDesk, tickets: u8) {
    for _ in 0..tickets {
        let ticket = desk.file_ticket().await;
        take(desk).await;
        desk.clock.pass(Span::hours(1));
        desk.resolve(&desk.agent().await, ticket, ResolutionCode::Solved, None).await.unwrap();
    }
    desk.learn_step_times().await.unwrap();
}

async fn stuck(desk: &TestDesk) -> Vec<TicketRow> {
    desk.look_for_stuck().await.unwrap();
    let query = TicketQuery { view: View::Stuck, ..TicketQuery::default() };
    let leader = desk.leader().await;
    let rows = desk.tickets(&leader, query).await.unwrap().rows;
    let counted = desk.counts(&leader).await.unwrap().stuck;
    assert_eq!(usize::try_from(counted).unwrap(), rows.len());
    rows
}

async fn in_the_making(desk: &TestDesk) -> TicketId {
    let ticket = desk.file_ticket().await;
    take(desk).await;
    ticket
}

#[tokio::test]
async fn h_05_longer_in_a_step_than_nine_of_ten_is_noticed_and_goes_when_it_moves_on() {
    both(|desk| async move {
        used_to_an_hour(&desk, 20).await;
        let (ticket, begun) = (in_the_making(&desk).await, desk.now());

        desk.clock.pass(Span::hours(1));
        let in_time = stuck(&desk).await;
        desk.clock.pass(Span::minutes(1));
        let slow = stuck(&desk).await;
        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();
        desk.resolve(&desk.agent().await, ticket, ResolutionCode::Solved, None).await.unwrap();

        assert!(in_time.is_empty());
        let why = Trouble::Slow { step: "处理".into(), since: begun, usual: Span::hours(1) };
        assert_eq!(slow[0].troubles, std::slice::from_ref(&why));
        assert_eq!(page.troubles, [why]);
        assert!(stuck(&desk).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn h_05_a_few_finished_steps_say_nothing() {
    both(|desk| async move {
        used_to_an_hour(&desk, 19).await;
        in_the_making(&desk).await;
        desk.clock.pass(Span::hours(30));

        assert!(stuck(&desk).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn h_05_handed_on_or_reopened_too_often_is_noticed() {
    both(|desk| async move {
        let (handed, again) = (desk.file_ticket().await, desk.file_ticket().await);
        let admin = desk.admin().await;
        for _ in 0..3 {
            let group = Some(desk.cast.group);
            desk.transfer(&admin, handed, group, None, None).await.unwrap();
        }
        for _ in 0..2 {
            desk.resolve(&admin, again, ResolutionCode::Solved, None).await.unwrap();
            desk.reopen(&desk.customer(), again, None).await.unwrap();
        }

        let mut why: Vec<_> = stuck(&desk).await.into_iter().map(|row| row.troubles).collect();
        why.sort_by_key(|troubles| format!("{troubles:?}"));
        assert_eq!(why, [[Trouble::Reopens { n: 2 }], [Trouble::Transfers { n: 3 }]]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_somebody_outside_is_not_stuck() {
    both(|desk| async move {
        used_to_an_hour(&desk, 20).await;
        let ticket = in_the_making(&desk).await;
        let plan =
            WaitPlan { wait_for: WaitFor::Customer, reason: "等照片".into(), wake_at: None };
        desk.wait(&desk.agent().await, ticket, plan).await.unwrap();
        desk.clock.pass(Span::hours(30));

        assert!(stuck(&desk).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn h_05_an_administrator_sets_from_where_on_and_nobody_else() {
    both(|desk| async move {
        let one = Thresholds { transfers: 1, ..Thresholds::default() };
        let none = Thresholds { transfers: 0, ..Thresholds::default() };
        let ticket = desk.file_ticket().await;
        let group = Some(desk.cast.group);
        desk.transfer(&desk.admin().await, ticket, group, None, None).await.unwrap();
        assert!(stuck(&desk).await.is_empty());

        let refused = desk.set_stuck_thresholds(&desk.leader().await, one).await;
        let nonsense = desk.set_stuck_thresholds(&desk.admin().await, none).await;
        desk.set_stuck_thresholds(&desk.admin().await, one).await.unwrap();

        assert!(matches!(refused, Err(DeskError::Forbidden)));
        assert!(matches!(nonsense, Err(DeskError::Invalid(_))));
        assert_eq!(stuck(&desk).await.len(), 1);
        assert_eq!(desk.stuck_thresholds(&desk.leader().await).await.unwrap(), one);
    })
    .await;
}

#[tokio::test]
async fn h_05_the_worker_looks_once_a_minute_whatever_the_number_of_processes() {
    both(|desk| async move {
        let second = desk.second_desk().await;
        let ticket = desk.file_ticket().await;
        let (admin, group) = (desk.admin().await, Some(desk.cast.group));
        desk.watch_for_stuck().await.unwrap();
        for _ in 0..3 {
            desk.transfer(&admin, ticket, group, None, None).await.unwrap();
        }
        let marked = async || desk.ticket_page(&admin, ticket).await.unwrap().ticket.stuck;

        second.watch_for_stuck().await.unwrap();
        let too_soon = marked().await;
        desk.clock.pass(Span::minutes(1));
        second.watch_for_stuck().await.unwrap();

        assert!(!too_soon && marked().await);
    })
    .await;
}
