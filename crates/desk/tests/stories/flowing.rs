//! Tickets that move along flows of their own.

use desk::{Completion, DeskError};
use domain::actor::Actor;
use domain::flow::facts::{Is, Test};
use domain::flow::kind::{Answer, Join, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Evidence, FieldUse, Flow, Outcome, Step, StepField, StepKey, Transition};
use domain::id::{TaskId, TicketId};
use domain::list::{PageSize, Shelf, TaskRow};
use domain::page::StepState;
use domain::state::TicketState;
use domain::task::TaskState;
use domain::ticket::ResolutionCode;
use testkit::{TestDesk, both};

/// Publishes a flow and lets the complaint about fakes run it.
pub(crate) async fn run(desk: &TestDesk, flow: Flow) {
    desk.run_flow("试验流程", flow, desk.cast.complaint).await;
}

pub(crate) fn ending(outcome: &str) -> Completion {
    Completion { outcome: Some(Outcome::new(outcome)), ..Completion::default() }
}

pub(crate) fn because(outcome: &str, note: &str) -> Completion {
    Completion { note: Some(note.to_owned()), ..ending(outcome) }
}

pub(crate) async fn mine(desk: &TestDesk, who: &Actor) -> Vec<TaskRow> {
    desk.worklist(who, Shelf::Mine, None, None, PageSize::default()).await.unwrap().rows
}

async fn only(desk: &TestDesk, who: &Actor) -> TaskId {
    let rows = mine(desk, who).await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows[0].id
}

async fn state(desk: &TestDesk, ticket: TicketId) -> TicketState {
    desk.ticket_page(&desk.admin().await, ticket).await.unwrap().ticket.state
}

fn of(steps: Vec<Step>) -> Flow {
    Flow { steps, ..Flow::default() }
}

fn way(on: Option<&str>, when: Vec<Test>, to: &str) -> Transition {
    Transition { on: on.map(Outcome::new), when, to: Some(StepKey::new(to)) }
}

/// An amount is entered, a superior reviews it; what is refused is entered again.
fn compensation(desk: &TestDesk) -> Flow {
    let mut enter =
        Step::new("enter", "填写赔付金额", StepKind::Work, OwnerRule::Queue).then("review");
    enter.fields = vec![StepField { key: "batch".into(), usage: FieldUse::Require, roles: vec![] }];
    let again = OwnerRule::HandlerOf { step: StepKey::new("enter") };
    let mut redo = Step::new("redo", "二次处理", StepKind::Work, again).then("review");
    redo.evidence = vec![Evidence::Note];
    let review = OwnerRule::Department { department: desk.cast.complaints };
    Flow {
        steps: vec![
            enter,
            Step::new("review", "赔付审核", StepKind::Approval, review)
                .on("approved", "tell")
                .on("refused", "redo"),
            redo,
            Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
        ],
        strict: true,
        reopen_at: None,
    }
}

#[tokio::test]
async fn d_11_a_refused_review_makes_a_new_task_with_the_reason_for_whoever_entered_it() {
    both(|desk| async move {
        run(&desk, compensation(&desk)).await;
        let (me, reviewer) = (desk.agent().await, desk.other_leader().await);
        let ticket = desk.file_ticket().await;
        let entered = desk.queue_of(&me).await[0].id;
        let amount =
            Completion { values: vec![("batch".into(), "500".into())], ..Completion::default() };

        desk.complete(&me, entered, amount).await.unwrap();
        assert_eq!(mine(&desk, &me).await.len(), 0, "nobody has to watch");
        let review = only(&desk, &reviewer).await;
        desk.complete(&reviewer, review, because("refused", "金额超标")).await.unwrap();

        let again = mine(&desk, &me).await;
        assert_eq!((again.len(), again[0].step_key.as_str()), (1, "redo"));
        assert_ne!(again[0].id, entered, "old work is never reopened");
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.tasks[0].task.note.as_deref(), Some("金额超标"));
        desk.complete(&me, again[0].id, because("done", "改为 300 元")).await.unwrap();
        let second = only(&desk, &reviewer).await;
        desk.complete(&reviewer, second, ending("approved")).await.unwrap();
        desk.complete(&me, only(&desk, &me).await, Completion::default()).await.unwrap();
        assert_eq!(state(&desk, ticket).await, TicketState::Resolved);
    })
    .await;
}

#[tokio::test]
async fn b_21_what_a_step_asks_for_has_to_be_there() {
    both(|desk| async move {
        run(&desk, compensation(&desk)).await;
        let me = desk.agent().await;
        desk.file_as(&desk.customer(), desk.filing_without("batch")).await;
        let task = desk.queue_of(&me).await[0].id;

        let blank = desk.complete(&me, task, Completion::default()).await.unwrap_err();
        let stranger = Completion {
            values: vec![("order_no".into(), "1234".into())],
            ..Completion::default()
        };
        let hidden = desk.complete(&me, task, stranger).await.unwrap_err();

        assert!(matches!(blank, DeskError::Invalid(flaws) if flaws.of(&format!("fields.{}", desk.cast.batch_field)).is_some()));
        assert!(
            matches!(hidden, DeskError::Invalid(flaws) if flaws.of("fields.order_no").is_some())
        );
    })
    .await;
}

#[tokio::test]
async fn d_04_a_strict_flow_ends_a_ticket_and_nobody_else_but_a_leader() {
    both(|desk| async move {
        run(&desk, compensation(&desk)).await;
        let ticket = desk.file_ticket().await;
        let (me, leader) = (desk.agent().await, desk.leader().await);

        let mine = desk.resolve(&me, ticket, ResolutionCode::Solved, None).await;
        let leaders = desk.resolve(&leader, ticket, ResolutionCode::NotPossible, None).await;

        assert!(matches!(mine, Err(DeskError::NotNow("flow"))));
        assert!(leaders.is_ok());
    })
    .await;
}

#[tokio::test]
async fn d_19_an_approval_is_refused_with_a_reason_and_by_nobody_else() {
    both(|desk| async move {
        run(&desk, compensation(&desk)).await;
        desk.file_ticket().await;
        let (me, reviewer) = (desk.agent().await, desk.other_leader().await);
        let entered = desk.queue_of(&me).await[0].id;
        desk.complete(&me, entered, Completion::default()).await.unwrap();
        let review = only(&desk, &reviewer).await;

        let silent = desk.complete(&reviewer, review, ending("refused")).await.unwrap_err();
        let own = desk.complete(&me, review, ending("approved")).await.unwrap_err();
        let wordless = desk.complete(&reviewer, review, Completion::default()).await.unwrap_err();

        assert!(matches!(silent, DeskError::Invalid(flaws) if flaws.of("note").is_some()));
        assert!(matches!(own, DeskError::Forbidden));
        assert!(matches!(wordless, DeskError::Invalid(flaws) if flaws.of("outcome").is_some()));
    })
    .await;
}

/// Repair and complaints answer at once; both have to, or one of them.
fn parallel(desk: &TestDesk, join: Join) -> Flow {
    let branches = vec![StepKey::new("repair"), StepKey::new("stock")];
    let fork = StepKind::Fork { branches, join, then: StepKey::new("sum") };
    let department = |department| OwnerRule::Department { department };
    of(vec![
        Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("fork"),
        Step::new("fork", "并行", fork, OwnerRule::Desk),
        Step::new("repair", "维修说明", StepKind::Work, department(desk.cast.after_sales))
            .then("sum"),
        Step::new("stock", "库存", StepKind::Work, department(desk.cast.complaints)).then("sum"),
        Step::new("sum", "汇总", StepKind::Work, OwnerRule::TicketOwner).then_end(),
    ])
}

#[tokio::test]
async fn d_06_branches_of_several_departments_meet_again() {
    both(|desk| async move {
        run(&desk, parallel(&desk, Join::All)).await;
        let ticket = desk.file_ticket().await;
        let me = desk.agent().await;
        desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
        let (repair, stock) = (desk.leader().await, desk.other_leader().await);

        assert_eq!(mine(&desk, &me).await.len(), 0);
        desk.complete(&repair, only(&desk, &repair).await, because("done", "已核对"))
            .await
            .unwrap();
        assert_eq!(mine(&desk, &me).await.len(), 0, "one of two is not all");
        desk.complete(&stock, only(&desk, &stock).await, because("done", "有货")).await.unwrap();

        assert_eq!(mine(&desk, &me).await[0].step_key, "sum");
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let states: Vec<StepState> = page.steps.iter().map(|step| step.state).collect();
        let done = StepState::Done;
        assert_eq!(states, [done, done, done, StepState::Now]);
    })
    .await;
}

#[tokio::test]
async fn d_06_where_one_is_enough_the_others_are_released() {
    both(|desk| async move {
        run(&desk, parallel(&desk, Join::Any)).await;
        desk.file_ticket().await;
        let me = desk.agent().await;
        desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
        let (repair, stock) = (desk.leader().await, desk.other_leader().await);

        desk.complete(&stock, only(&desk, &stock).await, because("done", "有货")).await.unwrap();

        assert_eq!(mine(&desk, &repair).await.len(), 0);
        assert_eq!(mine(&desk, &me).await[0].step_key, "sum");
    })
    .await;
}

#[tokio::test]
async fn d_13_a_departments_task_arrives_with_its_leader_who_assigns_inside() {
    both(|desk| async move {
        run(&desk, parallel(&desk, Join::All)).await;
        desk.file_ticket().await;
        let me = desk.agent().await;
        desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
        let leader = desk.other_leader().await;
        let task = only(&desk, &leader).await;

        let outside = desk.assign_task(&leader, task, desk.cast.colleague).await.unwrap_err();
        desk.assign_task(&leader, task, desk.cast.outsider).await.unwrap();

        assert!(matches!(outside, DeskError::Invalid(_)));
        assert_eq!(only(&desk, &desk.outsider().await).await, task);
        assert_eq!(mine(&desk, &leader).await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn d_26_a_narrow_question_takes_one_of_its_answers() {
    both(|desk| async move {
        let answer = |word: &str, label: &str, needs_note| Answer {
            outcome: Outcome::new(word),
            label: label.into(),
            needs_note,
        };
        let answers = vec![answer("yes", "有房", false), answer("no", "无房", true)];
        let ask = StepKind::Question { answers };
        let owner = OwnerRule::Department { department: desk.cast.complaints };
        let mut room = Step::new("room", "是否有房", ask, owner);
        room.next = vec![way(Some("yes"), vec![], "voucher"), way(None, vec![], "refuse")];
        run(
            &desk,
            of(vec![
                room,
                Step::new("voucher", "发凭证", StepKind::Work, OwnerRule::Queue).then_end(),
                Step::new("refuse", "拒绝", StepKind::Work, OwnerRule::Queue).then_end(),
            ]),
        )
        .await;
        desk.file_ticket().await;
        let business = desk.other_leader().await;
        let task = only(&desk, &business).await;

        let other = desk.complete(&business, task, ending("maybe")).await.unwrap_err();
        let silent = desk.complete(&business, task, ending("no")).await.unwrap_err();
        desk.complete(&business, task, ending("yes")).await.unwrap();

        assert!(matches!(other, DeskError::Invalid(flaws) if flaws.of("outcome").is_some()));
        assert!(matches!(silent, DeskError::Invalid(flaws) if flaws.of("note").is_some()));
        assert_eq!(desk.queue_of(&desk.agent().await).await[0].step_key, "voucher");
    })
    .await;
}

#[tokio::test]
async fn d_04_conditions_choose_the_way() {
    both(|desk| async move {
        let phone = Test { fact: "channel".into(), is: Is::OneOf(vec!["phone".into()]) };
        let mut sort = Step::new("sort", "分流", StepKind::Accept, OwnerRule::Queue);
        sort.next = vec![way(None, vec![phone], "call"), way(None, vec![], "write")];
        run(
            &desk,
            of(vec![
                sort,
                Step::new("call", "回电", StepKind::Work, OwnerRule::PreviousHandler).then_end(),
                Step::new("write", "回信", StepKind::Work, OwnerRule::PreviousHandler).then_end(),
            ]),
        )
        .await;
        desk.file_ticket().await;
        let me = desk.agent().await;

        desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();

        assert_eq!(mine(&desk, &me).await[0].step_key, "write");
    })
    .await;
}

#[tokio::test]
async fn a_ticket_keeps_the_version_of_its_flow() {
    both(|desk| async move {
        run(&desk, parallel(&desk, Join::All)).await;
        let old = desk.file_ticket().await;
        let (admin, me) = (desk.admin().await, desk.agent().await);
        let flow = desk.flows(&admin).await.unwrap();
        let flow = flow.iter().find(|flow| flow.name == "试验流程").unwrap().id;
        desk.save_flow(&admin, flow, Some(Flow::standard())).await.unwrap();

        desk.publish_flow(&admin, flow, Some("改回标准".into())).await.unwrap();
        let new = desk.file_ticket().await;

        let steps = async |ticket| desk.ticket_page(&me, ticket).await.unwrap().steps.len();
        assert_eq!((steps(old).await, steps(new).await), (4, 3));
        let page = desk.flow_page(&admin, flow).await.unwrap();
        assert_eq!(page.versions.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 1]);
    })
    .await;
}

#[tokio::test]
async fn f_08_a_step_has_a_deadline_of_its_own() {
    both(|desk| async move {
        let mut quick = Step::new("quick", "一小时内", StepKind::Work, OwnerRule::Queue).then_end();
        quick.deadline_hours = Some(1);
        run(&desk, of(vec![quick])).await;
        let ticket = desk.file_ticket().await;

        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();

        let task = &page.tasks[0].task;
        assert_eq!(task.due_at, task.step_due_at);
        assert!(task.due_at < page.ticket.due_at());
    })
    .await;
}

#[tokio::test]
async fn a_timer_goes_on_by_itself_and_a_waiting_task_is_in_nobodys_list() {
    both(|desk| async move {
        run(
            &desk,
            of(vec![
                Step::new("rest", "静置", StepKind::Timer { hours: 2 }, OwnerRule::Desk)
                    .then("look"),
                Step::new("look", "查看", StepKind::Work, OwnerRule::Queue).then_end(),
            ]),
        )
        .await;
        let ticket = desk.file_ticket().await;
        let me = desk.agent().await;
        assert_eq!(desk.queue_of(&me).await.len(), 0);

        desk.clock.pass(domain::time::Span::hours(2));
        while desk.do_next_job().await.unwrap() {}

        assert_eq!(desk.queue_of(&me).await[0].step_key, "look");
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert!(page.tasks.iter().all(|it| it.task.state == TaskState::Ready));
    })
    .await;
}

#[tokio::test]
async fn d_13_a_part_of_the_matter_is_a_ticket_of_its_own_and_its_parent_waits() {
    both(|desk| async move {
        let support = StepKind::Ticket { category: desk.cast.question };
        run(
            &desk,
            of(vec![
                Step::new("support", "支撑", support, OwnerRule::Desk).then("tell"),
                Step::new("tell", "反馈", StepKind::Feedback, OwnerRule::Queue).then_end(),
            ]),
        )
        .await;
        let parent = desk.file_ticket().await;
        while desk.do_next_job().await.unwrap() {}
        let (admin, me) = (desk.admin().await, desk.agent().await);
        let links = desk.ticket_page(&admin, parent).await.unwrap().links;
        let child = links[0].number.0;
        assert_eq!(desk.queue_of(&me).await.len(), 0);

        desk.resolve(&desk.other_leader().await, child, ResolutionCode::Solved, None)
            .await
            .unwrap();
        while desk.do_next_job().await.unwrap() {}

        assert_eq!(desk.queue_of(&me).await[0].step_key, "tell");
    })
    .await;
}

#[tokio::test]
async fn d_20_what_nobody_has_declared_is_refused_and_becomes_a_task() {
    both(|desk| async move {
        let call =
            domain::flow::kind::ActionCall { connector: "shop".into(), operation: "refund".into() };
        let refund = Step::new("refund", "退款", StepKind::Action(call), OwnerRule::Desk);
        let flow = of(vec![
            refund.on("confirmed", "tell").on("refused", "repair").on("unknown", "repair"),
            Step::new("repair", "人工处理", StepKind::Work, OwnerRule::Queue).then("tell"),
            Step::new("tell", "反馈", StepKind::Feedback, OwnerRule::Queue).then_end(),
        ]);
        let admin = desk.admin().await;
        let id = desk.create_flow(&admin, "退款流程").await.unwrap();

        let problems = desk.save_flow(&admin, id, Some(flow)).await.unwrap();
        let published = desk.publish_flow(&admin, id, None).await;

        assert_eq!(problems.len(), 1);
        assert!(matches!(published, Err(DeskError::Invalid(_))));
    })
    .await;
}
