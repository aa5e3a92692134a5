//! One ticket's page, its customer's page, and the board.

use domain::actor::Permission;
use domain::event::What;
use domain::list::{PageSize, Shelf};
use domain::page::{Filing, StepState};
use domain::time::Span;
use testkit::{TestDesk, both};

async fn claim(desk: &TestDesk) {
    let me = desk.agent().await;
    let queue = desk.worklist(&me, Shelf::Queue, None, None, PageSize::default()).await.unwrap();
    desk.claim(&me, queue.rows[0].id).await.unwrap();
}

#[tokio::test]
async fn b_06_a_page_shows_the_whole_path_and_where_the_ticket_stands() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        claim(&desk).await;

        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();

        assert_eq!(page.category, ["投诉", "已购买", "商家售假"]);
        assert_eq!(page.channel, "网页");
        assert_eq!(page.customer.phone.as_deref(), Some("138 **** 5521"));
        let steps: Vec<_> = page.steps.iter().map(|it| (it.name.as_str(), it.state)).collect();
        assert_eq!(
            steps,
            [("接收", StepState::Done), ("处理", StepState::Now), ("反馈", StepState::Later)]
        );
        assert_eq!(page.tasks.len(), 1);
        assert_eq!(page.fields.len(), 2);
        let first = page.timeline.entries.last().unwrap();
        assert!(matches!(first.what(), What::TicketCreated { .. }));
        assert!(first.message.as_ref().unwrap().body.contains("精华液"));
        assert!(page.may.contains(&Permission::Resolve) && !page.may.contains(&Permission::Reopen));
    })
    .await;
}

#[tokio::test]
async fn a_ticket_one_may_not_read_is_not_there() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;

        assert!(desk.ticket_page(&desk.outsider().await, ticket).await.is_err());
        assert!(desk.timeline(&desk.outsider().await, ticket, None).await.is_err());
        assert!(desk.progress(&desk.other_customer(), ticket).await.is_err());
        assert!(desk.ticket_page(&desk.customer(), ticket).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn m_06_a_customers_number_of_tickets_tells_of_none_one_may_not_read() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let question = Filing {
            category: Some(desk.cast.question),
            description: "提现三天了还没有到账。".into(),
            ..Filing::default()
        };
        desk.file_as(&desk.customer(), question).await;

        let mine = desk.ticket_page(&desk.agent().await, ticket).await.unwrap().customer;
        let whole = desk.ticket_page(&desk.admin().await, ticket).await.unwrap().customer;

        assert_eq!((mine.tickets, mine.earlier.len()), (1, 0));
        assert_eq!((whole.tickets, whole.earlier.len()), (2, 1));
    })
    .await;
}

#[tokio::test]
async fn d_15_a_customers_page_says_when_they_may_urge_again() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let me = desk.customer();
        desk.urge(&me, ticket).await.unwrap();

        let soon = desk.progress(&me, ticket).await.unwrap();
        desk.clock.pass(Span::minutes(61));
        let later = desk.progress(&me, ticket).await.unwrap();

        assert!(soon.urge_again_at.is_some() && soon.urges == 1);
        assert_eq!(later.urge_again_at, None);
        assert!(later.expected_at.is_some() && later.messages[0].mine);
    })
    .await;
}

#[tokio::test]
async fn h_01_the_board_counts_the_day_of_those_one_answers_for() {
    both(|desk| async move {
        desk.file_ticket().await;
        desk.file_elsewhere().await;
        claim(&desk).await;

        let mine = desk.board(&desk.leader().await).await.unwrap();
        let all = desk.board(&desk.observer().await).await.unwrap();

        assert_eq!((mine.totals.created, mine.totals.accepted, mine.totals.backlog), (1, 1, 1));
        assert_eq!((all.totals.created, all.groups.len(), all.hours.len()), (2, 2, 24));
        assert_eq!(all.hours.last().unwrap().created, 2);
        let busy = mine.people.iter().find(|person| person.name == "张琪").unwrap();
        assert_eq!((busy.actionable, busy.owned), (1, 1));
        assert!(desk.board(&desk.agent().await).await.is_err());
    })
    .await;
}
