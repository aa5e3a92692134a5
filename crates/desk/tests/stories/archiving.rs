//! What has long been over leaves the lists, and is still found (D-23).

use desk::DeskError;
use domain::id::TicketId;
use domain::list::{TicketQuery, TicketRow, View};
use domain::state::TicketState;
use domain::ticket::ResolutionCode;
use domain::time::Span;
use testkit::{TestDesk, both};

async fn closed(desk: &TestDesk) -> TicketId {
    let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
    desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();
    desk.close(&me, ticket).await.unwrap();
    ticket
}

async fn archive(desk: &TestDesk) {
    while desk.archive_old().await.unwrap() {}
}

async fn listed(desk: &TestDesk, query: TicketQuery) -> Vec<TicketRow> {
    desk.tickets(&desk.agent().await, query).await.unwrap().rows
}

async fn view(desk: &TestDesk, view: View) -> Vec<TicketId> {
    let rows = listed(desk, TicketQuery { view, ..TicketQuery::default() }).await;
    rows.into_iter().map(|row| row.number.0).collect()
}

#[tokio::test]
async fn d_23_ninety_days_after_closing_a_ticket_leaves_the_lists_and_is_still_found() {
    both(|desk| async move {
        let old = closed(&desk).await;
        desk.clock.pass(Span::days(1));
        let younger = closed(&desk).await;

        desk.clock.pass(Span::days(89));
        archive(&desk).await;
        let not_yet = view(&desk, View::Archived).await;
        desk.clock.pass(Span(1));
        archive(&desk).await;

        assert_eq!(not_yet, []);
        assert_eq!(view(&desk, View::Archived).await, [old]);
        assert_eq!(view(&desk, View::Closed).await, [younger]);
        let words = TicketQuery { words: Some("精华液".into()), ..TicketQuery::default() };
        assert_eq!(listed(&desk, words.clone()).await.len(), 2, "a search looks everywhere");
        let among_closed = TicketQuery { search_in: Some(View::Closed), ..words };
        assert_eq!(listed(&desk, among_closed).await.len(), 1);
        let page = desk.ticket_page(&desk.agent().await, old).await.unwrap();
        assert_eq!(page.ticket.state, TicketState::Archived);
        let counts = desk.counts(&desk.agent().await).await.unwrap();
        assert_eq!((counts.closed, counts.archived), (1, 1));
        let mine = desk.my_tickets(&desk.customer(), None).await.unwrap();
        assert_eq!(mine.rows.len(), 2, "a customer's own tickets stay theirs");
    })
    .await;
}

#[tokio::test]
async fn d_23_what_is_archived_stays_as_it_is() {
    both(|desk| async move {
        let ticket = closed(&desk).await;
        desk.clock.pass(Span::days(91));
        archive(&desk).await;

        for who in [desk.customer(), desk.agent().await, desk.admin().await] {
            let again = desk.reopen(&who, ticket, Some("又坏了".into())).await;
            assert!(matches!(again, Err(DeskError::NotNow(_))), "{again:?}");
        }
        archive(&desk).await;
        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();
        let times = page.timeline.entries.iter().filter(|it| it.what().kind() == "ticket_archived");
        assert_eq!(times.count(), 1);
    })
    .await;
}

#[tokio::test]
async fn d_23_an_administrator_says_after_how_many_days() {
    both(|desk| async move {
        let ticket = closed(&desk).await;
        let admin = desk.admin().await;

        let never = desk.set_archive_after(&admin, 0).await;
        desk.set_archive_after(&admin, 7).await.unwrap();
        desk.clock.pass(Span::days(8));
        archive(&desk).await;

        assert!(matches!(never, Err(DeskError::Invalid(_))));
        assert_eq!(desk.rules(&admin).await.unwrap().archive_after.get(), 7);
        assert_eq!(view(&desk, View::Archived).await, [ticket]);
    })
    .await;
}

#[tokio::test]
async fn d_23_what_is_supervised_is_not_archived() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let new = desk::NewSupervision {
            tickets: vec![ticket],
            department: None,
            requirement: "查清为止".into(),
            deadline: desk.now() + Span::days(400),
            report_every: None,
        };
        let director = desk.director().await;
        desk.resolve(&desk.agent().await, ticket, ResolutionCode::Solved, None).await.unwrap();
        let issued = desk.supervise(&director, new).await.unwrap();
        desk.close(&director, ticket).await.unwrap();
        desk.clock.pass(Span::days(91));
        archive(&desk).await;
        let kept = view(&desk, View::Archived).await;
        desk.lift_supervision(&director, issued.supervisions[0], None).await.unwrap();
        archive(&desk).await;

        assert_eq!(kept, []);
        assert_eq!(view(&desk, View::Archived).await, [ticket]);
    })
    .await;
}
