//! A desk that knows the shop, and a ticket about one of its orders.

use desk::Errand;
use domain::actor::Actor;
use domain::connector::{ConnectorKey, OperationKey};
use domain::event::What;
use domain::id::TicketId;
use domain::outbox::OutboxItem;
use domain::task::Task;
use domain::template::Particulars;
use domain::time::Span;
use testkit::{Shop, TestDesk};

/// Opens a shop and declares it at the desk.
pub async fn shop(desk: &TestDesk) -> Shop {
    let shop = Shop::open().await;
    declare(desk, &shop).await;
    shop
}

pub async fn declare(desk: &TestDesk, shop: &Shop) {
    let secret = Some(Shop::SECRET.to_owned());
    desk.declare_connector(&Actor::System, shop.connector(), secret).await.unwrap();
}

/// A ticket 张琪 has in hand.
pub async fn ticket_in_hand(desk: &TestDesk) -> TicketId {
    let ticket = desk.file_ticket().await;
    let task = tasks(desk, ticket).await.pop().unwrap().id;
    desk.claim(&desk.agent().await, task).await.unwrap();
    // The order has been looked at: what is called next is what the story is about.
    while desk.make_next_call().await.unwrap() {}
    ticket
}

/// A refund of so much, for the order of the ticket.
pub fn refund(amount: &str) -> Errand {
    Errand {
        connector: ConnectorKey::new("shop"),
        operation: OperationKey::new("refund"),
        with: Particulars::default().with("amount", amount),
    }
}

/// Makes every call there is to make, now and later, for an hour.
pub async fn make_all_calls(desk: &TestDesk) {
    for _ in 0..60 {
        while desk.make_next_call().await.unwrap() {}
        desk.clock.pass(Span::minutes(1));
    }
}

pub async fn only_item(desk: &TestDesk, ticket: TicketId) -> OutboxItem {
    let mut items = desk.actions_of(&desk.agent().await, ticket).await.unwrap();
    assert_eq!(items.len(), 1);
    items.remove(0)
}

pub async fn tasks(desk: &TestDesk, ticket: TicketId) -> Vec<Task> {
    let mut tx = desk.store().read().await.unwrap();
    store::tasks::of_ticket(&mut tx, ticket).await.unwrap()
}

/// The task that waited for the shop, and those that came after it.
pub async fn waited(desk: &TestDesk, ticket: TicketId) -> (Task, Vec<Task>) {
    let tasks = tasks(desk, ticket).await;
    let is_it =
        |task: &Task| task.asked.as_ref().is_some_and(|asked| asked.question == "优选商城 · 退款");
    let at = tasks.iter().position(is_it).unwrap();
    (tasks[at].clone(), tasks[at + 1..].to_vec())
}

/// What happened to a ticket, newest first, by its words.
pub async fn happened(desk: &TestDesk, ticket: TicketId) -> Vec<What> {
    let page = desk.timeline(&desk.admin().await, ticket, None).await.unwrap();
    page.entries.into_iter().map(|entry| entry.event.what).collect()
}

/// What the desk asks a person to see to.
pub fn question(task: &Task) -> &str {
    &task.asked.as_ref().unwrap().question
}
