//! Leaves that automation leaves to people (D-28).

use desk::NewGroup;
use domain::actor::Actor;
use domain::org::{Dispatch, Membership};
use domain::page::Filing;
use domain::state::TicketState;
use domain::ticket::ResolutionCode;
use domain::time::Span;
use testkit::{TestDesk, both, ordinary_leaf};

/// A leaf whose group gives every task to whoever has least.
async fn given_out(desk: &TestDesk) -> Filing {
    let dispatch = Dispatch::LeastLoaded;
    let (department, name) = (desk.cast.after_sales, "快处理组".to_owned());
    let new = NewGroup { department, name, dispatch };
    let group = desk.create_group(&Actor::System, new).await.unwrap();
    let member = Membership { group, agent: desk.cast.agent, skill: 3, cap: 10 };
    desk.join_group(&Actor::System, member).await.unwrap();
    let new = desk::NewCategory {
        parent: None,
        name: "开户".into(),
        hint: None,
        leaf: Some(ordinary_leaf(group)),
    };
    let category = desk.create_category(&Actor::System, new).await.unwrap();
    let description = "想开一个商家账户。".into();
    Filing { category: Some(category), description, ..Filing::default() }
}

#[tokio::test]
async fn d_28_a_leaf_for_people_is_given_to_nobody_by_a_rule() {
    both(|desk| async move {
        let filing = given_out(&desk).await;
        let category = filing.category.unwrap();
        let customer = desk.customer();
        let ordinary = desk.file_as(&customer, filing.clone()).await.number.0;
        desk.set_people_only(&desk.admin().await, category, true).await.unwrap();
        let for_people = desk.file_as(&customer, filing).await.number.0;

        let admin = desk.admin().await;
        let owner = async |ticket| desk.ticket_page(&admin, ticket).await.unwrap().ticket.owner;
        assert_eq!(owner(ordinary).await, Some(desk.cast.agent));
        assert_eq!(owner(for_people).await, None);
        let queue = desk.queue_of(&desk.agent().await).await;
        assert_eq!(queue.iter().map(|row| row.ticket.0).collect::<Vec<_>>(), [for_people]);
    })
    .await;
}

#[tokio::test]
async fn d_28_a_leaf_for_people_does_not_close_by_the_clock() {
    both(|desk| async move {
        let (me, admin) = (desk.agent().await, desk.admin().await);
        let [first, second] = [desk.file_ticket().await, desk.file_elsewhere().await];
        desk.set_people_only(&admin, desk.cast.complaint, true).await.unwrap();
        desk.resolve(&me, first, ResolutionCode::Solved, None).await.unwrap();
        desk.resolve(&admin, second, ResolutionCode::Solved, None).await.unwrap();
        desk.clock.pass(Span::days(8));
        while desk.do_next_job().await.unwrap() {}

        let state = async |ticket| desk.ticket_page(&admin, ticket).await.unwrap().ticket.state;
        assert_eq!(state(first).await, TicketState::Resolved);
        assert_eq!(state(second).await, TicketState::Closed);
        desk.close(&me, first).await.unwrap();
        assert_eq!(state(first).await, TicketState::Closed);
    })
    .await;
}
