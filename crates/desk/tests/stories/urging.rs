//! Urging 催办 (D-15, G-06).

use desk::DeskError;
use domain::list::{PageSize, Shelf, TaskRow};
use domain::time::Span;
use testkit::{TestDesk, both};

async fn mine(desk: &TestDesk) -> TaskRow {
    let me = desk.agent().await;
    let page = desk.worklist(&me, Shelf::Mine, None, None, PageSize::default()).await.unwrap();
    page.rows.into_iter().next().unwrap()
}

async fn taken(desk: &TestDesk) -> domain::id::TicketId {
    let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
    let queue = desk.worklist(&me, Shelf::Queue, None, None, PageSize::default()).await.unwrap();
    desk.claim(&me, queue.rows[0].id).await.unwrap();
    ticket
}

#[tokio::test]
async fn d_15_an_urge_marks_the_handlers_task_until_they_look() {
    both(|desk| async move {
        let ticket = taken(&desk).await;

        desk.urge(&desk.customer(), ticket).await.unwrap();
        desk.urge(&desk.leader().await, ticket).await.unwrap();
        let urged = mine(&desk).await.urges;
        desk.attend(&desk.colleague().await, ticket, false).await.unwrap();
        let looked_at_by_another = mine(&desk).await.urges;
        desk.attend(&desk.agent().await, ticket, false).await.unwrap();

        assert_eq!((urged, looked_at_by_another, mine(&desk).await.urges), (2, 2, 0));
        assert_eq!(desk.progress(&desk.customer(), ticket).await.unwrap().urges, 2);
    })
    .await;
}

#[tokio::test]
async fn d_15_each_side_is_heard_once_an_hour_and_keeps_no_other_from_being_heard() {
    both(|desk| async move {
        let ticket = taken(&desk).await;
        let (colleague, leader) = (desk.colleague().await, desk.leader().await);

        desk.urge(&desk.customer(), ticket).await.unwrap();
        desk.urge(&colleague, ticket).await.unwrap();
        desk.urge(&leader, ticket).await.unwrap();
        for who in [desk.customer(), colleague, leader] {
            let again = desk.urge(&who, ticket).await;
            assert!(matches!(again, Err(DeskError::TooOften { .. })), "{again:?}");
        }
        desk.clock.pass(Span::hours(1));

        desk.urge(&desk.customer(), ticket).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nobody_reminds_themselves() {
    both(|desk| async move {
        let ticket = taken(&desk).await;

        desk.urge(&desk.agent().await, ticket).await.unwrap();

        assert_eq!(mine(&desk).await.urges, 0);
    })
    .await;
}

#[tokio::test]
async fn d_15_the_mark_goes_with_the_task_to_whoever_gets_it() {
    both(|desk| async move {
        let ticket = taken(&desk).await;
        desk.urge(&desk.customer(), ticket).await.unwrap();

        let to = Some(desk.cast.colleague);
        desk.transfer(&desk.agent().await, ticket, None, to, None).await.unwrap();
        let colleague = desk.colleague().await;
        let page =
            desk.worklist(&colleague, Shelf::Mine, None, None, PageSize::default()).await.unwrap();
        desk.tidy_up().await.unwrap();

        assert_eq!(page.rows[0].urges, 1);
    })
    .await;
}
