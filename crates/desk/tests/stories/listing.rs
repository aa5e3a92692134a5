//! Worklists, views and the numbers beside them.

use domain::list::{PageSize, Shelf, TicketQuery, View};
use domain::time::Span;
use testkit::both;

fn of(view: View) -> TicketQuery {
    TicketQuery { view, ..TicketQuery::default() }
}

#[tokio::test]
async fn e_02_what_waits_in_the_queue_is_claimed_into_my_list() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let me = desk.agent().await;
        let all = PageSize::default();

        let queue = desk.worklist(&me, Shelf::Queue, None, None, all).await.unwrap();
        desk.claim(&me, queue.rows[0].id).await.unwrap();
        let mine = desk.worklist(&me, Shelf::Mine, None, None, all).await.unwrap();

        assert_eq!(queue.rows[0].ticket, ticket.number());
        assert_eq!(queue.rows[0].step, "接收");
        assert_eq!(queue.rows[0].category, ["投诉", "已购买", "商家售假"]);
        assert_eq!(mine.rows[0].step_key, "handle");
        assert_eq!(mine.rows[0].handler.as_ref().unwrap().name, "张琪");
        let left = desk.worklist(&me, Shelf::Queue, None, None, all).await.unwrap();
        assert!(left.rows.is_empty());
    })
    .await;
}

#[tokio::test]
async fn e_02_the_earliest_due_comes_first_and_pages_go_on_where_they_ended() {
    both(|desk| async move {
        let me = desk.agent().await;
        let mut filed = Vec::new();
        for _ in 0..5 {
            filed.push(desk.file_ticket().await.number());
            desk.clock.pass(Span::minutes(1));
        }
        let mut seen = Vec::new();
        let mut query = TicketQuery { limit: PageSize::try_from(2).unwrap(), ..of(View::Live) };

        while seen.len() < 5 {
            let page = desk.tickets(&me, query.clone()).await.unwrap();
            seen.extend(page.rows.into_iter().map(|row| row.number));
            query.after = page.next;
        }

        assert_eq!(seen, filed);
        assert_eq!(query.after, None);
    })
    .await;
}

#[tokio::test]
async fn a_list_and_its_number_end_where_my_rights_end() {
    both(|desk| async move {
        desk.file_ticket().await;
        desk.file_elsewhere().await;
        let everyone =
            [desk.agent().await, desk.outsider().await, desk.leader().await, desk.observer().await];
        let mut shown = Vec::new();

        for who in &everyone {
            let rows = desk.tickets(who, of(View::Live)).await.unwrap().rows.len();
            shown.push((rows, desk.counts(who).await.unwrap().new));
        }

        assert_eq!(shown, [(1, 1), (1, 1), (1, 1), (2, 2)]);
        assert!(
            desk.worklist(&desk.customer(), Shelf::Queue, None, None, PageSize::default())
                .await
                .is_err()
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_part_sees_a_ticket_of_another_group() {
    both(|desk| async move {
        let ticket = desk.file_elsewhere().await;
        let me = desk.agent().await;
        let mut tx = desk.store().begin().await.unwrap();
        store::participants::add(&mut tx, ticket, desk.cast.agent, domain::actor::TakesPart::Asked)
            .await
            .unwrap();
        tx.commit().await.unwrap();

        let page = desk.tickets(&me, of(View::New)).await.unwrap();

        assert_eq!(page.rows[0].number, ticket.number());
        assert!(desk.ticket_page(&me, ticket).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_customer_lists_their_own_and_only_those() {
    both(|desk| async move {
        let mine = desk.file_ticket().await;
        desk.file_elsewhere().await;

        let page = desk.my_tickets(&desk.customer(), None).await.unwrap();

        assert_eq!(page.rows.len(), 1);
        assert_eq!(page.rows[0].number, mine.number());
    })
    .await;
}
