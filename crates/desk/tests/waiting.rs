//! Waiting work leaves the worklist and comes back by itself.

use desk::{DeskError, Say, Then, WaitPlan};
use domain::id::TicketId;
use domain::list::{PageSize, Shelf};
use domain::message::MessageKind;
use domain::state::TicketState;
use domain::ticket::{ResolutionCode, WaitFor};
use domain::time::{Span, Timestamp};
use testkit::{TestDesk, both};

fn plan(wait_for: WaitFor, wake_at: Option<Timestamp>) -> WaitPlan {
    WaitPlan { wait_for, reason: "等客户补充照片".into(), wake_at }
}

async fn taken(desk: &TestDesk) -> TicketId {
    let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
    let task = desk.ticket_page(&me, ticket).await.unwrap().tasks[0].task.id;
    desk.claim(&me, task).await.unwrap();
    ticket
}

async fn mine(desk: &TestDesk, shelf: Shelf) -> usize {
    let me = desk.agent().await;
    desk.worklist(&me, shelf, None, None, PageSize::default()).await.unwrap().rows.len()
}

async fn now(desk: &TestDesk, ticket: TicketId) -> Timestamp {
    desk.ticket_page(&desk.agent().await, ticket).await.unwrap().ticket.updated_at
}

#[tokio::test]
async fn d_12_nobody_watches_a_ticket_that_waits_for_its_customer() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);

        desk.wait(&me, ticket, plan(WaitFor::Customer, None)).await.unwrap();
        assert_eq!((mine(&desk, Shelf::Mine).await, mine(&desk, Shelf::Waiting).await), (0, 1));
        let answer = Say {
            kind: MessageKind::PublicReply,
            body: "照片在这里".into(),
            attachments: vec![],
            mentions: vec![],
            seen: None,
            then: Then::Nothing,
            idempotency_key: None,
        };
        desk.say(&desk.customer(), ticket, answer).await.unwrap();

        assert_eq!((mine(&desk, Shelf::Mine).await, mine(&desk, Shelf::Waiting).await), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn d_09_suspending_needs_a_reason_and_a_time_and_the_clock_stands() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);
        let tomorrow = now(&desk, ticket).await + Span::days(1);
        let due = desk.ticket_page(&me, ticket).await.unwrap().ticket.clocks.resolution_due;
        let no_time = desk.wait(&me, ticket, plan(WaitFor::Time, None)).await;
        let no_reason = WaitPlan { reason: " ".into(), ..plan(WaitFor::Time, Some(tomorrow)) };
        let no_reason = desk.wait(&me, ticket, no_reason).await;

        desk.wait(&me, ticket, plan(WaitFor::Time, Some(tomorrow))).await.unwrap();
        let waiting = desk.ticket_page(&me, ticket).await.unwrap().ticket;
        assert!(!desk.do_next_job().await.unwrap());
        desk.clock.pass(Span::days(1));
        assert!(desk.do_next_job().await.unwrap());
        let woken = desk.ticket_page(&me, ticket).await.unwrap().ticket;

        assert!(matches!(no_time, Err(DeskError::Invalid(_))), "{no_time:?}");
        assert!(matches!(no_reason, Err(DeskError::Invalid(_))), "{no_reason:?}");
        assert_eq!((waiting.state, waiting.due_at()), (TicketState::Suspended, None));
        assert_eq!(woken.state, TicketState::InProgress);
        assert_eq!(woken.clocks.resolution_due, due.map(|due| due + Span::days(1)));
        assert_eq!(mine(&desk, Shelf::Mine).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_resolved_ticket_closes_when_nobody_objects() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);
        desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();
        desk.clock.pass(Span::days(3));
        desk.reopen(&desk.customer(), ticket, None).await.unwrap();
        desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();

        desk.clock.pass(Span::days(5));
        while desk.do_next_job().await.unwrap() {}
        let too_early = desk.progress(&me, ticket).await.unwrap().state;
        desk.clock.pass(Span::days(2));
        while desk.do_next_job().await.unwrap() {}
        let closed = desk.progress(&me, ticket).await.unwrap().state;

        assert_eq!((too_early, closed), (TicketState::Resolved, TicketState::Closed));
    })
    .await;
}

#[tokio::test]
async fn h_04_a_broken_promise_is_noticed_once_and_counted() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);

        desk.clock.pass(Span::hours(3));
        desk.sweep_promises().await.unwrap();
        desk.sweep_promises().await.unwrap();
        let counts = desk.counts(&me).await.unwrap();
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let breaches = page.timeline.entries.iter().filter(|it| it.what().kind() == "breached");

        assert_eq!((counts.overdue, counts.mine_overdue), (1, 1));
        assert_eq!(breaches.count(), 1);
    })
    .await;
}
