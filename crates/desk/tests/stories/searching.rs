//! Finding tickets by what was said on them.

use desk::{Say, Then};
use domain::actor::Actor;
use domain::list::{PageSize, TicketQuery};
use domain::message::MessageKind;
use testkit::{TestDesk, both};

async fn found(desk: &TestDesk, who: &Actor, words: &str) -> Vec<i64> {
    let query = TicketQuery { words: Some(words.into()), ..TicketQuery::default() };
    let page = desk.tickets(who, query).await.unwrap();
    page.rows.into_iter().map(|row| row.number.0.0).collect()
}

async fn say(desk: &TestDesk, who: &Actor, ticket: domain::id::TicketId, body: &str, note: bool) {
    let kind = if note { MessageKind::Note } else { MessageKind::PublicReply };
    let say = Say {
        kind,
        body: body.into(),
        attachments: Vec::new(),
        mentions: Vec::new(),
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    };
    desk.say(who, ticket, say).await.unwrap();
}

#[tokio::test]
async fn two_characters_find_a_ticket_by_what_was_said() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let me = desk.agent().await;
        say(&desk, &me, ticket, "已经为您提交退款申请", false).await;

        assert_eq!(found(&desk, &me, "精华").await, [ticket.0]);
        assert_eq!(found(&desk, &me, "退款").await, [ticket.0]);
        assert_eq!(found(&desk, &me, "退貨").await, Vec::<i64>::new());
        assert_eq!(found(&desk, &me, "提交 假货").await, Vec::<i64>::new());
        assert_eq!(found(&desk, &me, "王小美 精").await, [ticket.0]);
    })
    .await;
}

#[tokio::test]
async fn a_number_a_phone_and_an_order_are_found_as_they_are_told() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let me = desk.agent().await;

        for told in [&*format!("GD-{ticket}"), &*ticket.to_string(), "13812345521", "5521"] {
            assert_eq!(found(&desk, &me, told).await, [ticket.0], "{told}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_read() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (outsider, other) = (desk.outsider().await, desk.other_customer());

        for who in [&outsider, &other] {
            assert_eq!(found(&desk, who, "精华").await, Vec::<i64>::new());
            assert_eq!(found(&desk, who, &ticket.number().to_string()).await, Vec::<i64>::new());
        }
        assert_eq!(found(&desk, &desk.observer().await, "精华").await, [ticket.0]);
    })
    .await;
}

#[tokio::test]
async fn a_customer_never_finds_a_note() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        say(&desk, &desk.agent().await, ticket, "供应商有前科", true).await;

        assert_eq!(found(&desk, &desk.agent().await, "前科").await, [ticket.0]);
        assert_eq!(found(&desk, &desk.customer(), "前科").await, Vec::<i64>::new());
        assert_eq!(found(&desk, &desk.customer(), "精华").await, [ticket.0]);
    })
    .await;
}

#[tokio::test]
async fn pages_of_a_search_show_each_ticket_once() {
    both(|desk| async move {
        let (first, second) = (desk.file_ticket().await, desk.file_ticket().await);
        let me = desk.agent().await;
        say(&desk, &me, first, "精华液的批次已经查到", false).await;
        let query = TicketQuery {
            words: Some("精华".into()),
            limit: PageSize::try_from(1).unwrap(),
            ..TicketQuery::default()
        };

        let newest = desk.tickets(&me, query.clone()).await.unwrap();
        let next = TicketQuery { after: newest.next, ..query.clone() };
        let older = desk.tickets(&me, next).await.unwrap();

        assert_eq!(newest.rows[0].number.0, first);
        assert_eq!(older.rows[0].number.0, second);
        assert_eq!(older.next, None);
    })
    .await;
}
