//! What people and what systems set in motion.

use desk::DeskError;
use domain::actor::Actor;
use domain::behind::{BehindQuery, Number};
use domain::channel::Channel;
use domain::id::TicketId;
use domain::list::{PageSize, Shelf, TicketQuery};
use domain::page::Filing;
use domain::ticket::Trigger;
use testkit::{TestDesk, both};

async fn by_system(desk: &TestDesk) -> TicketId {
    let program = desk.agent().await;
    let (name, phone) = (Some("王小美".into()), Some("13812345521".into()));
    let filing = Filing { name, phone, ..desk.filing() };
    desk.file(&program, Channel::API, filing).await.unwrap().number.0
}

async fn listed(desk: &TestDesk, who: &Actor, query: TicketQuery) -> Vec<TicketId> {
    desk.tickets(who, query).await.unwrap().rows.into_iter().map(|row| row.number.0).collect()
}

#[tokio::test]
async fn a_15_lists_and_worklists_are_cut_by_what_set_them_in_motion() {
    both(|desk| async move {
        let (by_person, by_system) = (desk.file_ticket().await, by_system(&desk).await);
        let me = desk.agent().await;

        for (trigger, expected) in [(Trigger::Person, by_person), (Trigger::System, by_system)] {
            let query = TicketQuery { trigger: Some(trigger), ..TicketQuery::default() };
            assert_eq!(listed(&desk, &me, query.clone()).await, [expected]);
            let words = TicketQuery { words: Some("精华液".into()), ..query };
            assert_eq!(listed(&desk, &me, words).await, [expected]);
            let (limit, only) = (PageSize::default(), Some(trigger));
            let tasks = desk.worklist(&me, Shelf::Queue, only, None, limit).await.unwrap();
            let found = tasks.rows.iter().map(|row| (row.ticket.0, row.trigger));
            assert_eq!(found.collect::<Vec<_>>(), [(expected, trigger)]);
        }
        assert_eq!(listed(&desk, &me, TicketQuery::default()).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_15_the_filter_shows_nobody_more_than_they_may_read() {
    both(|desk| async move {
        by_system(&desk).await;
        let query = TicketQuery { trigger: Some(Trigger::System), ..TicketQuery::default() };

        assert_eq!(listed(&desk, &desk.outsider().await, query).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_15_the_board_tells_how_much_systems_set_in_motion_and_opens_the_list() {
    both(|desk| async move {
        desk.file_ticket().await;
        let ticket = by_system(&desk).await;
        let leader = desk.leader().await;

        let totals = desk.board(&leader).await.unwrap().totals;
        let behind = desk.behind(&leader, BehindQuery::of(Number::CreatedBySystem)).await.unwrap();
        let query = BehindQuery::of(Number::CreatedBySystem);
        let refused = desk.behind(&desk.agent().await, query).await;

        assert_eq!((totals.created, totals.created_by_system), (2, 1));
        assert_eq!((behind.count, behind.page.rows.len()), (1, 1));
        let page = desk.ticket_page(&leader, ticket).await.unwrap();
        assert_eq!(page.ticket.trigger, Trigger::System);
        assert!(matches!(refused, Err(DeskError::Forbidden)));
    })
    .await;
}
