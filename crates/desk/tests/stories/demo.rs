//! The demo desk.

use desk::demo::{DemoPlan, PASSWORD, PHONE};
use desk::{Desk, DeskError, Fittings};
use domain::channel::Channel;
use domain::field::FieldKind;
use domain::list::{TicketQuery, View};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Store;
use store::files::Files;
use testkit::{Mailbox, TestClock, both};

fn small() -> DemoPlan {
    DemoPlan { seed: 1, tickets: 60, customers: 20, ..DemoPlan::default() }
}

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

    first.demo(small()).await.unwrap();
    second.demo(small()).await.unwrap();

    assert!(closed(&first).await.len() > 20);
    assert_eq!(closed(&first).await, closed(&second).await);
    assert!(first.sign_in_agent("zhangqi", PASSWORD, "here").await.is_ok());
    assert!(first.sign_in_customer(PHONE, PASSWORD, "here").await.is_ok());
}

#[tokio::test]
async fn e_05_the_demo_calculates() {
    let (desk, _folder) = empty_desk().await;

    desk.demo(small()).await.unwrap();

    let admin = desk.agent_by_login("admin").await.unwrap().unwrap();
    let lines = desk.calculators(&admin).await.unwrap();
    let lines: Vec<_> = lines.iter().map(|it| (it.name.as_str(), it.version, it.draft)).collect();
    let published = |name| (name, Some(1), false);
    assert_eq!(lines, ["赔付金额", "退款拆分", "延误赔付"].map(published));
}

#[tokio::test]
async fn b_01_customers_are_offered_what_they_may_file() {
    let (desk, _folder) = empty_desk().await;

    desk.demo(small()).await.unwrap();

    let tree = desk.categories(Channel::WEB).await.unwrap();
    let top: Vec<_> = tree.children(None).iter().map(|it| it.name.as_str()).collect();
    assert_eq!(top, ["投诉", "咨询", "举报", "申请", "异常", "合作", "建议", "表扬"]);
    let path = |id| tree.path_names(id).join("/");
    let paths: Vec<String> = tree.leaves().map(|leaf| path(leaf.id)).collect();
    assert!(paths.contains(&"申请/赔付/商品赔付".to_owned()));
    assert!(!paths.contains(&"投诉/监管转办/315 转办".to_owned()));
}

#[tokio::test]
async fn a_desk_with_people_is_left_alone() {
    both(|desk| async move {
        assert!(matches!(desk.demo(small()).await, Err(DeskError::Conflict)));
    })
    .await;
}

#[tokio::test]
async fn it_is_a_whole_shop() {
    let (desk, _folder) = empty_desk().await;
    desk.demo(DemoPlan { tickets: 12, ..DemoPlan::default() }).await.unwrap();
    let admin = desk.agent_by_login("admin").await.unwrap().unwrap();

    let groups = desk.groups(&admin).await.unwrap().len();
    let people = desk.colleagues(&admin).await.unwrap().len();
    let tree = desk.categories("web").await.unwrap();
    let paths: Vec<String> = tree.leaves().map(|leaf| tree.path_names(leaf.id).join("/")).collect();
    let mut kinds: Vec<FieldKind> = Vec::new();
    for leaf in tree.leaves() {
        kinds.extend(desk.form(leaf.id).await.unwrap().into_iter().map(|field| field.kind));
    }

    // Forty at the desk, eight who lead the offices and branches beside it, and one who only
    // answers.
    assert_eq!((groups, people), (12, 49));
    assert!((58..=72).contains(&paths.len()), "{} leaves", paths.len());
    for path in ["投诉/已购买/商家售假", "咨询/提现/到账时长"] {
        assert!(paths.iter().any(|known| known == path), "{path}");
    }
    let different: BTreeSet<_> =
        kinds.iter().map(std::mem::discriminant).map(|it| format!("{it:?}")).collect();
    assert_eq!(different.len(), 11, "a demo shows every kind of field: {different:?}");
}
