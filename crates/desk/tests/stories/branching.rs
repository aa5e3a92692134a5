//! The customer's region chooses the branch; the centre keeps the ticket and tells the customer.

use desk::{Completion, DeskError};
use domain::actor::Actor;
use domain::event::{Told, What};
use domain::field::FieldKind;
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Step};
use domain::id::{AgentId, DepartmentId, TicketId};
use domain::page::Filing;
use domain::state::TicketState;
use domain::time::Span;
use testkit::{PASSWORD, TestDesk, agent_of, both};

use crate::flowing::{mine, run};

struct Branch {
    department: DepartmentId,
    leader: AgentId,
}

async fn branch(desk: &TestDesk, name: &str, login: &str, regions: &str) -> Branch {
    let system = Actor::System;
    let department = desk.create_department(&system, Some(desk.cast.centre), name).await.unwrap();
    let new = desk::NewAgent {
        login: login.into(),
        name: login.into(),
        department,
        password: PASSWORD.into(),
        roles: vec![desk::standards::LEADER.into()],
    };
    let leader = desk.create_agent(&system, new).await.unwrap();
    desk.appoint(&system, department, leader).await.unwrap();
    desk.set_territory(&system, department, regions).await.unwrap();
    Branch { department, leader }
}

/// Two branches, and a form that may ask where the customer lives.
async fn house(desk: &TestDesk) -> [Branch; 2] {
    let field = desk::NewField {
        category: desk.cast.complaint,
        key: "region".into(),
        label: "所在地区".into(),
        help: None,
        kind: FieldKind::Text { max: 60 },
        required: false,
    };
    desk.create_field(&Actor::System, field).await.unwrap();
    let flow = Flow {
        steps: vec![
            Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("visit"),
            Step::new("visit", "上门", StepKind::Work, OwnerRule::Branch).then("tell"),
            Step::new("tell", "告知", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
        ],
        ..Flow::default()
    };
    run(desk, flow).await;
    let east = branch(desk, "华东分公司", "huadong", "浙江\n上海").await;
    let south = branch(desk, "华南分公司", "huanan", "广东").await;
    [east, south]
}

/// 张琪 of the centre takes it, and the flow goes on to the branch.
async fn taken(desk: &TestDesk, region: Option<&str>) -> TicketId {
    let mut filing: Filing = desk.filing();
    filing.fields.extend(region.map(|region| ("region".to_owned(), region.to_owned())));
    let ticket = desk.file_as(&desk.customer(), filing).await.number.0;
    let me = desk.agent().await;
    desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
    ticket
}

async fn visitor(desk: &TestDesk, ticket: TicketId) -> (Option<AgentId>, Option<DepartmentId>) {
    let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
    let visit = page.tasks.iter().find(|it| it.task.step.as_str() == "visit").unwrap();
    (visit.task.handler, visit.task.department)
}

async fn region_of(desk: &TestDesk) -> Option<String> {
    let card = desk::Desk::customer(desk, &desk.agent().await, desk.cast.customer).await;
    card.unwrap().region
}

#[tokio::test]
async fn c_09_a_ticket_from_a_region_lands_with_the_leader_of_its_branch() {
    both(|desk| async move {
        let [east, south] = house(&desk).await;

        let first = taken(&desk, Some("浙江/杭州")).await;
        let second = taken(&desk, Some("广东 / 深圳")).await;

        assert_eq!(visitor(&desk, first).await, (Some(east.leader), Some(east.department)));
        let of_form = (Some(south.leader), Some(south.department));
        assert_eq!(visitor(&desk, second).await, of_form, "the form's word goes before");
        assert_eq!(region_of(&desk).await.as_deref(), Some("浙江 / 杭州"), "and the first is kept");
        let owner = desk.ticket_page(&desk.agent().await, first).await.unwrap().owner;
        assert_eq!(owner.unwrap().id, desk.cast.agent, "the centre answers for it");
    })
    .await;
}

#[tokio::test]
async fn c_09_without_a_word_the_customers_own_region_chooses() {
    both(|desk| async move {
        let [_, south] = house(&desk).await;
        let (me, customer) = (desk.agent().await, desk.cast.customer);

        desk.set_region(&me, customer, Some(" 广东／广州 ".into())).await.unwrap();
        let ticket = taken(&desk, None).await;

        assert_eq!(region_of(&desk).await.as_deref(), Some("广东 / 广州"));
        assert_eq!(visitor(&desk, ticket).await, (Some(south.leader), Some(south.department)));
    })
    .await;
}

#[tokio::test]
async fn c_09_where_no_branch_is_the_centre_sees_to_it() {
    both(|desk| async move {
        house(&desk).await;

        let unknown = taken(&desk, None).await;
        let elsewhere = taken(&desk, Some("四川 / 成都")).await;

        let owner = (Some(desk.cast.agent), None);
        assert_eq!(visitor(&desk, unknown).await, owner);
        assert_eq!(visitor(&desk, elsewhere).await, owner);
    })
    .await;
}

#[tokio::test]
async fn d_17_what_the_branch_has_done_the_centre_tells_and_calls_back_when_agreed() {
    both(|desk| async move {
        house(&desk).await;
        let ticket = taken(&desk, Some("上海")).await;
        let east = desk.agent_by_login("huadong").await.unwrap().unwrap();
        let me = desk.agent().await;
        assert_eq!(mine(&desk, &me).await.len(), 0, "nobody has to watch");

        let visit = mine(&desk, &east).await[0].id;
        let done = Completion { note: Some("已换主板".into()), ..Completion::default() };
        desk.complete(&east, visit, done).await.unwrap();
        let tell = mine(&desk, &me).await;
        assert_eq!((tell.len(), tell[0].step_key.as_str()), (1, "tell"));
        assert_eq!(desk.progress(&me, ticket).await.unwrap().state, TicketState::Assigned);

        let later = desk.now() + Span::hours(3);
        desk.complete(&me, tell[0].id, telling(Told::CallBack { at: later })).await.unwrap();
        assert_eq!(mine(&desk, &me).await.len(), 0);
        desk.clock.pass(Span::hours(3));
        while desk.do_next_job().await.unwrap() {}
        let again = mine(&desk, &me).await;
        assert_eq!(again.iter().map(|it| it.id).collect::<Vec<_>>(), [tell[0].id]);

        desk.complete(&me, tell[0].id, telling(Told::Unreachable)).await.unwrap();
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.ticket.state, TicketState::Resolved);
        assert_eq!(page.owner.unwrap().id, agent_of(&me).id);
        let outcomes: Vec<Told> = page.timeline.entries.iter().rev().filter_map(told).collect();
        assert_eq!(outcomes, [Told::CallBack { at: later }, Told::Unreachable]);
    })
    .await;
}

#[tokio::test]
async fn d_17_a_call_is_promised_for_a_time_to_come_and_not_for_next_year() {
    both(|desk| async move {
        house(&desk).await;
        taken(&desk, Some("上海")).await;
        let east = desk.agent_by_login("huadong").await.unwrap().unwrap();
        desk.complete(&east, mine(&desk, &east).await[0].id, Completion::default()).await.unwrap();
        let me = desk.agent().await;
        let tell = mine(&desk, &me).await[0].id;

        for at in [desk.now(), desk.now() + Span::days(91)] {
            let refused = desk.complete(&me, tell, telling(Told::CallBack { at })).await;
            let flawed = |flaws: &domain::invalid::Flaws| flaws.of("told.at").is_some();
            assert!(matches!(&refused, Err(DeskError::Invalid(it)) if flawed(it)), "{refused:?}");
        }
        assert_eq!(mine(&desk, &me).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn c_09_whoever_may_change_customers_sets_their_region_and_open_tickets_say_so() {
    both(|desk| async move {
        let [..] = house(&desk).await;
        let (me, customer) = (desk.agent().await, desk.cast.customer);
        let ticket = desk.file_ticket().await;

        desk.set_region(&me, customer, Some("浙江".into())).await.unwrap();
        desk.set_region(&me, customer, None).await.unwrap();
        let far = desk.set_region(&me, customer, Some("远".repeat(61))).await;
        let nobody = desk.set_region(&me, domain::id::CustomerId(999), None).await;
        let observer = desk.set_region(&desk.observer().await, customer, None).await;
        let own = desk.set_region(&desk.customer(), customer, None).await;

        assert_eq!(region_of(&desk).await, None);
        let entries = desk.timeline(&me, ticket, None).await.unwrap().entries;
        let changes = entries.iter().filter(
            |it| matches!(it.what(), What::FieldChanged { field, .. } if field == "region"),
        );
        assert_eq!(changes.count(), 2);
        assert!(matches!(far, Err(DeskError::Invalid(flaws)) if flaws.of("region").is_some()));
        assert!(matches!(nobody, Err(DeskError::NotFound)));
        assert!(matches!(observer, Err(DeskError::Forbidden)));
        assert!(matches!(own, Err(DeskError::Forbidden)));
        let served = desk.served_regions(&me).await.unwrap();
        assert_eq!(served, ["上海", "广东", "浙江"]);
    })
    .await;
}

fn telling(told: Told) -> Completion {
    Completion { told: Some(told), ..Completion::default() }
}

fn told(entry: &domain::page::Entry) -> Option<Told> {
    match entry.what() {
        What::ResultNotified { outcome } => Some(*outcome),
        _ => None,
    }
}
