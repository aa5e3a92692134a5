//! The demo desk.

use desk::demo::{DemoPlan, PASSWORD, PHONE};
use desk::{Desk, DeskError, Fittings};
use domain::list::{TicketQuery, View};
use std::sync::Arc;
use store::Store;
use store::files::Files;
use testkit::{Mailbox, TestClock, both};

const SMALL: DemoPlan = DemoPlan { seed: 1, tickets: 60, customers: 20 };

async fn empty_desk() -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&format!("sqlite:{}/demo.db", folder.path().display())).await.unwrap();
    let files = Files::open(&format!("file:{}/files", folder.path().display())).await.unwrap();
    let (clock, post) = (Arc::new(TestClock::default()), Arc::new(Mailbox::default()));
    let desk = Desk::open(store, files, clock, Fittings::for_tests(post)).await.unwrap();
    (desk, folder)
}

async fn closed(desk: &Desk) -> Vec<(String, String)> {
    let admin = desk.agent_by_login("admin").await.unwrap().unwrap();
    let query = TicketQuery { view: View::Closed, ..TicketQuery::default() };
    let page = desk.tickets(&admin, query).await.unwrap();
    page.rows.into_iter().map(|row| (row.subject, row.requester)).collect()
}

#[tokio::test]
async fn the_same_seed_tells_the_same_story() {
    let ((first, _a), (second, _b)) = (empty_desk().await, empty_desk().await);

    first.demo(SMALL).await.unwrap();
    second.demo(SMALL).await.unwrap();

    assert!(closed(&first).await.len() > 20);
    assert_eq!(closed(&first).await, closed(&second).await);
    assert!(first.sign_in_agent("zhangqi", PASSWORD, "here").await.is_ok());
    assert!(first.sign_in_customer(PHONE, PASSWORD, "here").await.is_ok());
}

#[tokio::test]
async fn a_desk_with_people_is_left_alone() {
    both(|desk| async move {
        assert!(matches!(desk.demo(SMALL).await, Err(DeskError::Conflict)));
    })
    .await;
}
