//! Hearing of what happens, as it happens.

use std::time::Duration;

use desk::{Desk, LiveItem, LiveStream};
use domain::actor::Actor;
use domain::id::TicketNumber;
use domain::list::{PageSize, Shelf};
use futures::StreamExt;
use testkit::{Database, TestDesk, both};
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(5);
const QUIET: Duration = Duration::from_millis(1500);

/// Listens, and takes the greeting off.
async fn listen(desk: &Desk, who: &Actor) -> LiveStream {
    let mut stream = desk.live(who, None).await.unwrap();
    assert!(matches!(stream.next().await, Some(LiveItem::Hello { .. })));
    stream
}

async fn heard(stream: &mut LiveStream) -> (String, TicketNumber, String) {
    match timeout(SOON, stream.next()).await {
        Ok(Some(LiveItem::News { cursor, news })) => (news.kind, news.ticket, cursor),
        other => panic!("no news but {other:?}"),
    }
}

/// Everything until it is quiet.
async fn all_heard(stream: &mut LiveStream) -> Vec<String> {
    let mut kinds = Vec::new();
    while let Ok(Some(LiveItem::News { news, .. })) = timeout(QUIET, stream.next()).await {
        kinds.push(news.kind);
    }
    kinds
}

async fn claim(desk: &TestDesk) {
    let me = desk.agent().await;
    let queue = desk.worklist(&me, Shelf::Queue, None, None, PageSize::default()).await.unwrap();
    desk.claim(&me, queue.rows[0].id).await.unwrap();
}

#[tokio::test]
async fn a_filed_ticket_is_heard_of_by_its_group_and_nobody_else() {
    both(|desk| async move {
        let mut mine = listen(&desk, &desk.agent().await).await;
        let mut outsiders = listen(&desk, &desk.outsider().await).await;

        let ticket = desk.file_ticket().await;

        let (kind, number, _) = heard(&mut mine).await;
        assert_eq!((kind.as_str(), number), ("ticket_created", ticket.number()));
        assert_eq!(all_heard(&mut outsiders).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_customer_hears_what_is_public_and_only_of_their_own() {
    both(|desk| async move {
        let mut customer = listen(&desk, &desk.customer()).await;
        let mut other = listen(&desk, &desk.other_customer()).await;

        desk.file_ticket().await;
        claim(&desk).await;

        assert_eq!(all_heard(&mut customer).await, ["ticket_created", "task_claimed"]);
        assert_eq!(all_heard(&mut other).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_misses_nothing_and_hears_nothing_twice() {
    both(|desk| async move {
        let me = desk.agent().await;
        let mut stream = listen(&desk, &me).await;
        desk.file_ticket().await;
        let (_, _, cursor) = heard(&mut stream).await;
        drop(stream);
        claim(&desk).await;

        let mut again = desk.live(&me, Some(&cursor)).await.unwrap();
        assert!(matches!(again.next().await, Some(LiveItem::Hello { .. })));
        let kinds = all_heard(&mut again).await;

        assert_eq!(kinds[0], "task_opened");
        assert_eq!(kinds.iter().filter(|kind| *kind == "task_claimed").count(), 1);
        assert!(!kinds.contains(&"ticket_created".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_place_that_cannot_be_read_means_look_at_everything_anew() {
    both(|desk| async move {
        let mut stream = desk.live(&desk.agent().await, Some("yesterday")).await.unwrap();

        assert!(matches!(stream.next().await, Some(LiveItem::Resync { .. })));
    })
    .await;
}

#[tokio::test]
async fn the_group_a_ticket_leaves_hears_that_it_left() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let mut left = listen(&desk, &desk.colleague().await).await;

        let to = Some(desk.cast.other_group);
        desk.transfer(&desk.agent().await, ticket, to, None, None).await.unwrap();

        assert!(all_heard(&mut left).await.contains(&"ticket_transferred".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn streams_end_when_the_desk_shuts() {
    both(|desk| async move {
        let mut stream = listen(&desk, &desk.agent().await).await;

        desk.shut();

        assert_eq!(timeout(SOON, stream.next()).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn another_process_hears_it_within_a_second() {
    let desk = TestDesk::open(Database::Postgres).await;
    let elsewhere = desk.second_desk().await;
    let mut stream = listen(&elsewhere, &desk.agent().await).await;
    let begun = std::time::Instant::now();

    desk.file_ticket().await;

    heard(&mut stream).await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

/// Several writers at once: an event with a smaller number may be committed later, and is still
/// heard.
#[tokio::test]
async fn nothing_committed_late_is_missed() {
    let desk = TestDesk::open(Database::Postgres).await;
    let mut stream = listen(&desk, &desk.agent().await).await;
    let ticket = desk.file_ticket().await;
    assert_eq!(all_heard(&mut stream).await.len(), 2);
    let event = || store::events::NewEvent {
        ticket,
        by: domain::event::By::System,
        at: domain::time::Timestamp(0),
        what: domain::event::What::TicketResumed,
    };
    let mut early = desk.store().begin().await.unwrap();
    store::events::append(&mut early, &[event()]).await.unwrap();
    let mut late = desk.store().begin().await.unwrap();
    store::events::append(&mut late, &[event()]).await.unwrap();

    late.commit().await.unwrap();
    let before = all_heard(&mut stream).await.len();
    early.commit().await.unwrap();
    let after = all_heard(&mut stream).await.len();

    assert_eq!((before, after), (0, 2));
}
