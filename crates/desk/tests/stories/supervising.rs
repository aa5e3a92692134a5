//! Supervision 督办: issued, acknowledged, reported, climbed, lifted.

use desk::{DeskError, LiveItem, NewSupervision};
use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::{SupervisionId, TicketId};
use domain::list::{PageSize, Shelf, TicketQuery, View};
use domain::state::TicketState;
use domain::supervision::{
    Days, Figure, Missed, ReportKind, SupervisionAct as Act, SupervisionQuery,
    SupervisionState as State, SupervisionView, SupervisionsOf,
};
use domain::ticket::ResolutionCode;
use domain::time::Span;
use futures::StreamExt;
use testkit::{TestDesk, agent_of, both};

fn order(desk: &TestDesk, tickets: &[TicketId]) -> NewSupervision {
    NewSupervision {
        tickets: tickets.to_vec(),
        department: None,
        requirement: "今天内解决并答复客户".into(),
        deadline: desk.now() + Span::hours(8),
        report_every: None,
    }
}

async fn laid(desk: &TestDesk, ticket: TicketId) -> SupervisionId {
    let issued = desk.supervise(&desk.director().await, order(desk, &[ticket])).await.unwrap();
    issued.supervisions[0]
}

async fn seen(desk: &TestDesk, who: &Actor, id: SupervisionId) -> SupervisionView {
    desk.supervision(who, id).await.unwrap().supervision
}

async fn work_off(desk: &TestDesk) {
    while desk.do_next_job().await.unwrap() {}
}

/// What happened to a ticket in the way of supervision, the oldest first.
async fn told(desk: &TestDesk, ticket: TicketId) -> Vec<What> {
    let page = desk.timeline(&desk.admin().await, ticket, None).await.unwrap();
    let all = page.entries.into_iter().rev().map(|entry| entry.event.what);
    all.filter(|what| what.kind().starts_with("supervision")).collect()
}

async fn resolve(desk: &TestDesk, ticket: TicketId) {
    desk.resolve(&desk.agent().await, ticket, ResolutionCode::Solved, None).await.unwrap();
}

#[tokio::test]
async fn d_14_a_leader_lays_a_requirement_over_a_ticket_and_it_is_marked() {
    both(|desk| async move {
        let (ticket, agent) = (desk.file_ticket().await, desk.agent().await);
        let id = laid(&desk, ticket).await;

        let view = seen(&desk, &desk.leader().await, id).await;
        let queue =
            desk.worklist(&agent, Shelf::Queue, None, None, PageSize::default()).await.unwrap();
        let query = TicketQuery { view: View::Supervised, ..TicketQuery::default() };
        let list = desk.tickets(&desk.leader().await, query).await.unwrap();
        let page = desk.ticket_page(&agent, ticket).await.unwrap();

        assert_eq!((view.state, view.level), (State::Issued, 0));
        assert_eq!((view.issuer.name.as_str(), view.department.name.as_str()), ("林岚", "售后部"));
        assert_eq!(view.leader.unwrap().name, "王主管");
        assert_eq!(queue.rows[0].supervised.unwrap().supervision, id);
        assert_eq!(list.rows[0].supervised.unwrap().clock, Some(desk.now() + Span::hours(8)));
        assert_eq!(page.supervisions[0].requirement, "今天内解决并答复客户");
        assert_eq!(desk.counts(&desk.leader().await).await.unwrap().supervised, 1);
    })
    .await;
}

#[tokio::test]
async fn d_14_the_department_acknowledges_reports_and_the_leader_lifts() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (id, leader, director) =
            (laid(&desk, ticket).await, desk.leader().await, desk.director().await);

        desk.acknowledge_supervision(&leader, id).await.unwrap();
        let report = |kind, text: &str| desk.report_on_supervision(&leader, id, kind, text.into());
        report(ReportKind::Progress, "仓库今晚发货").await.unwrap();
        report(ReportKind::Answer, "已补发并电话告知客户").await.unwrap();
        let answered = seen(&desk, &director, id).await;
        desk.lift_supervision(&director, id, Some("可以".into())).await.unwrap();

        assert_eq!((answered.state, answered.clock), (State::Reporting, None));
        assert_eq!(answered.last_report.unwrap().body, "已补发并电话告知客户");
        assert_eq!(seen(&desk, &director, id).await.state, State::Lifted);
        let kinds: Vec<String> = told(&desk, ticket).await.iter().map(What::kind).collect();
        assert_eq!(
            kinds,
            [
                "supervision_issued",
                "supervision_acknowledged",
                "supervision_reported",
                "supervision_reported",
                "supervision_lifted",
            ]
        );
        let page = desk.ticket_page(&director, ticket).await.unwrap();
        assert_eq!((page.supervisions.len(), page.ticket.supervised), (0, 0));
        assert_eq!(desk.counts(&director).await.unwrap().supervised, 0);
    })
    .await;
}

#[tokio::test]
async fn d_14_what_is_missed_climbs_from_leader_to_leader_by_itself() {
    both(|desk| async move {
        let ticket = desk.file_elsewhere().await;
        let admin = desk.admin().await;
        let issued = desk.supervise(&admin, order(&desk, &[ticket])).await.unwrap();
        let id = issued.supervisions[0];
        desk.acknowledge_supervision(&desk.other_leader().await, id).await.unwrap();

        desk.clock.pass(Span::hours(8));
        work_off(&desk).await;
        let climbed = seen(&desk, &desk.director().await, id).await;
        desk.clock.pass(Span::hours(4));
        work_off(&desk).await;
        let at_the_top = seen(&desk, &desk.director().await, id).await;

        assert_eq!((climbed.state, climbed.level), (State::Escalated, 1));
        assert_eq!(climbed.answerable.name, "客服中心");
        assert_eq!(climbed.leader.unwrap().name, "林岚");
        assert!(climbed.may.contains(&Act::Acknowledge));
        assert_eq!((at_the_top.state, at_the_top.clock), (State::Overdue, Some(desk.now())));
        let told = told(&desk, ticket).await;
        let overdue = What::SupervisionOverdue { supervision: id, missed: Missed::Limit };
        assert_eq!(told.iter().filter(|what| **what == overdue).count(), 2);
        let to = desk.cast.director;
        let department = desk.cast.centre;
        assert!(told.contains(&What::SupervisionEscalated { supervision: id, department, to }));
    })
    .await;
}

#[tokio::test]
async fn d_14_a_missed_report_climbs_and_a_report_in_time_does_not() {
    both(|desk| async move {
        let (one, other) = (desk.file_ticket().await, desk.file_ticket().await);
        let (leader, director) = (desk.leader().await, desk.director().await);
        let rhythm = |ticket| NewSupervision { report_every: Some(2), ..order(&desk, &[ticket]) };
        let silent = desk.supervise(&director, rhythm(one)).await.unwrap().supervisions[0];
        let telling = desk.supervise(&director, rhythm(other)).await.unwrap().supervisions[0];

        desk.clock.pass(Span::hours(1));
        let going = "正在联系仓库".to_owned();
        desk.report_on_supervision(&leader, telling, ReportKind::Progress, going).await.unwrap();
        desk.clock.pass(Span::hours(1));
        work_off(&desk).await;

        assert_eq!(seen(&desk, &director, silent).await.state, State::Escalated);
        assert_eq!(seen(&desk, &director, telling).await.state, State::Reporting);
        let missed = What::SupervisionOverdue { supervision: silent, missed: Missed::Report };
        assert!(told(&desk, one).await.contains(&missed));
    })
    .await;
}

#[tokio::test]
async fn d_14_the_supervised_side_can_neither_lift_nor_close() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (id, director) = (laid(&desk, ticket).await, desk.director().await);
        resolve(&desk, ticket).await;

        for who in [desk.leader().await, desk.agent().await, desk.colleague().await] {
            let lifted = desk.lift_supervision(&who, id, None).await;
            let closed = desk.close(&who, ticket).await;
            let merged = desk.merge(&who, ticket, desk.file_ticket().await).await;
            let page = desk.ticket_page(&who, ticket).await.unwrap();
            assert!(matches!(lifted, Err(DeskError::Forbidden)), "{lifted:?}");
            assert!(matches!(closed, Err(DeskError::Supervised)), "{closed:?}");
            assert!(matches!(merged, Err(DeskError::Supervised)), "{merged:?}");
            assert!(!page.may.contains(&Permission::Close));
            assert!(!page.supervisions[0].may.contains(&Act::Lift));
        }
        desk.clock.pass(Span::days(8));
        work_off(&desk).await;
        assert_eq!(state(&desk, ticket).await, TicketState::Resolved);

        desk.lift_supervision(&director, id, None).await.unwrap();
        work_off(&desk).await;
        assert_eq!(state(&desk, ticket).await, TicketState::Closed);
    })
    .await;
}

async fn state(desk: &TestDesk, ticket: TicketId) -> TicketState {
    desk.ticket_page(&desk.admin().await, ticket).await.unwrap().ticket.state
}

#[tokio::test]
async fn d_14_the_issuer_closes_and_the_customer_knows_nothing_of_it() {
    both(|desk| async move {
        let (mine, other) = (desk.file_ticket().await, desk.file_ticket().await);
        let customer = desk.customer();
        for ticket in [mine, other] {
            laid(&desk, ticket).await;
            resolve(&desk, ticket).await;
        }
        let before = desk.my_tickets(&customer, None).await.unwrap();
        let lifted = laid(&desk, mine).await;
        desk.lift_supervision(&desk.director().await, lifted, None).await.unwrap();
        let after = desk.my_tickets(&customer, None).await.unwrap();

        desk.close(&desk.director().await, mine).await.unwrap();
        desk.close(&customer, other).await.unwrap();

        assert_eq!(before, after);
        assert_eq!(state(&desk, mine).await, TicketState::Closed);
        assert_eq!(state(&desk, other).await, TicketState::Closed);
    })
    .await;
}

#[tokio::test]
async fn d_14_superiors_and_administrators_lift_and_a_neighbour_does_not() {
    both(|desk| async move {
        let tickets = [desk.file_ticket().await, desk.file_ticket().await];
        let leader = desk.leader().await;
        let mut laid = Vec::new();
        for ticket in tickets {
            let issued = desk.supervise(&leader, order(&desk, &[ticket])).await.unwrap();
            laid.push(issued.supervisions[0]);
        }

        let neighbour = desk.lift_supervision(&desk.other_leader().await, laid[0], None).await;
        let own = desk.acknowledge_supervision(&leader, laid[0]).await;

        assert!(matches!(neighbour, Err(DeskError::NotFound)), "{neighbour:?}");
        assert!(matches!(own, Err(DeskError::Forbidden)), "{own:?}");
        desk.acknowledge_supervision(&desk.agent().await, laid[0]).await.unwrap();
        desk.lift_supervision(&desk.director().await, laid[0], None).await.unwrap();
        desk.lift_supervision(&desk.admin().await, laid[1], None).await.unwrap();
        let again = desk.lift_supervision(&desk.admin().await, laid[1], None).await;
        assert!(matches!(again, Err(DeskError::NotNow("lifted"))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn an_outsider_does_not_learn_that_there_is_a_supervision() {
    both(|desk| async move {
        let (ticket, outsider) = (desk.file_ticket().await, desk.outsider().await);
        let id = laid(&desk, ticket).await;
        let report = "看看".to_owned();

        let refused = [
            desk.supervision(&outsider, id).await.map(drop),
            desk.acknowledge_supervision(&outsider, id).await,
            desk.report_on_supervision(&outsider, id, ReportKind::Progress, report).await,
            desk.lift_supervision(&outsider, id, None).await,
            desk.supervision(&desk.customer(), id).await.map(drop),
        ];
        for answer in refused {
            assert!(matches!(answer, Err(DeskError::NotFound)), "{answer:?}");
        }
        let list = desk.supervisions(&outsider, SupervisionQuery::default()).await.unwrap();
        assert!(list.rows.is_empty());
        for who in [desk.agent().await, desk.observer().await, desk.customer()] {
            let issued = desk.supervise(&who, order(&desk, &[ticket])).await;
            assert!(matches!(issued, Err(DeskError::Forbidden)), "{issued:?}");
        }
        let elsewhere = desk.file_elsewhere().await;
        let other = desk.supervise(&desk.leader().await, order(&desk, &[elsewhere])).await;
        assert!(matches!(other, Err(DeskError::NotFound)), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn d_14_many_tickets_go_to_their_departments_in_one_call() {
    both(|desk| async move {
        let director = desk.director().await;
        let (one, two, other) =
            (desk.file_ticket().await, desk.file_ticket().await, desk.file_elsewhere().await);
        let closed = desk.file_ticket().await;
        resolve(&desk, closed).await;
        desk.close(&desk.agent().await, closed).await.unwrap();

        let all = order(&desk, &[one, two, other, closed]);
        let issued = desk.supervise(&director, all).await.unwrap();
        let views = desk.supervisions(&director, SupervisionQuery::default()).await.unwrap().rows;
        let refused: Vec<_> = issued.tickets.iter().filter(|it| it.refused.is_some()).collect();

        assert_eq!(issued.supervisions.len(), 2);
        assert_eq!((refused[0].number, refused.len()), (closed.number(), 1));
        let mut laid: Vec<_> =
            views.iter().map(|it| (it.department.name.as_str(), it.targets)).collect();
        laid.sort_unstable();
        assert_eq!(laid, [("售后部", 2), ("投诉部", 1)]);
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_said_field_by_field() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let nonsense = NewSupervision {
            tickets: vec![],
            department: None,
            requirement: " ".into(),
            deadline: desk.now(),
            report_every: Some(0),
        };
        let nowhere = NewSupervision {
            department: Some(domain::id::DepartmentId(999)),
            ..order(&desk, &[ticket])
        };

        let flaws = desk.supervise(&desk.director().await, nonsense).await;
        let unknown = desk.supervise(&desk.director().await, nowhere).await;

        let Err(DeskError::Invalid(flaws)) = flaws else { panic!("{flaws:?}") };
        let fields: Vec<&str> = flaws.0.iter().map(|flaw| flaw.field.as_str()).collect();
        assert_eq!(fields, ["tickets", "deadline", "requirement", "report_every"]);
        assert!(matches!(unknown, Err(DeskError::Invalid(_))), "{unknown:?}");
    })
    .await;
}

#[tokio::test]
async fn d_14_the_board_by_department_opens_the_list_behind_every_number() {
    both(|desk| async move {
        let (director, leader) = (desk.director().await, desk.leader().await);
        let (one, two) = (desk.file_ticket().await, desk.file_ticket().await);
        let first = laid(&desk, one).await;
        desk.acknowledge_supervision(&leader, first).await.unwrap();
        let done = "办好了".to_owned();
        desk.report_on_supervision(&leader, first, ReportKind::Answer, done).await.unwrap();
        desk.lift_supervision(&director, first, None).await.unwrap();
        laid(&desk, one).await;
        laid(&desk, two).await;
        desk.clock.pass(Span::hours(9));
        work_off(&desk).await;

        let board = desk.supervision_board(&director, Days::default()).await.unwrap();
        let figures = board.departments.iter().find(|it| it.department.name == "售后部").unwrap();
        let of = Figure::ALL.map(|figure| figures.of(figure));
        let mut behind = Vec::new();
        for figure in Figure::ALL {
            let query = SupervisionQuery {
                department: Some(desk.cast.after_sales),
                figure: Some(figure),
                days: Some(Days::default()),
                ..SupervisionQuery::default()
            };
            behind.push(desk.supervisions(&director, query).await.unwrap().rows.len());
        }

        // issued, acknowledged in time, answered in time, missed, repeated, running
        assert_eq!(of, [3, 1, 1, 2, 1, 2]);
        assert_eq!(behind, [3, 1, 1, 2, 1, 2]);
        let theirs = desk.supervision_board(&desk.other_leader().await, Days::default()).await;
        assert!(theirs.unwrap().departments.is_empty());
        let agent = desk.supervision_board(&desk.agent().await, Days::default()).await;
        assert!(matches!(agent, Err(DeskError::Forbidden)));
    })
    .await;
}

#[tokio::test]
async fn d_14_whoever_has_to_answer_finds_it_and_hears_of_it() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let leader = desk.leader().await;
        let mut live = desk.live(&leader, None).await.unwrap();
        live.next().await;
        let id = laid(&desk, ticket).await;

        let mut heard = Vec::new();
        while heard.last() != Some(&("supervision_issued".to_owned(), ticket.number())) {
            if let LiveItem::News { news, .. } = live.next().await.unwrap() {
                heard.push((news.kind, news.ticket));
            }
        }
        let of = |of| SupervisionQuery { of, ..SupervisionQuery::default() };
        let to_me = desk.supervisions(&leader, of(SupervisionsOf::ToMe)).await.unwrap();
        let by_me = desk.supervisions(&desk.director().await, of(SupervisionsOf::ByMe)).await;

        assert_eq!(to_me.rows[0].id, id);
        assert_eq!(by_me.unwrap().rows[0].id, id);
        let others = desk.supervisions(&desk.other_leader().await, of(SupervisionsOf::ToMe)).await;
        assert!(others.unwrap().rows.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_leader_reads_a_supervised_ticket_wherever_it_goes() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let id = laid(&desk, ticket).await;
        let group = Some(desk.cast.other_group);
        desk.transfer(&desk.admin().await, ticket, group, None, None).await.unwrap();

        let leader = desk.leader().await;
        assert!(desk.ticket_page(&leader, ticket).await.is_ok());
        desk.acknowledge_supervision(&leader, id).await.unwrap();
        desk.lift_supervision(&desk.director().await, id, None).await.unwrap();
        let page = desk.ticket_page(&desk.outsider().await, ticket).await.unwrap();
        assert_eq!(page.ticket.supervised, 0);
        assert!(agent_of(&leader).departments.contains(&desk.cast.after_sales));
    })
    .await;
}
