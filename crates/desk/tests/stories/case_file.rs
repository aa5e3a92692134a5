//! A complaint as one file, for each who may read one.

use desk::{Ask, Completion, DeskError, NewSupervision, Say, Then};
use domain::case_file::{Audience, CaseFile, Kept, Speaker};
use domain::event::{Asked, What};
use domain::flow::Flow;
use domain::flow::Step;
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::id::TicketId;
use domain::identity::{IdentityMethod, IdentityResult};
use domain::message::MessageKind;
use domain::page::Filing;
use domain::ticket::{LinkKind, ResolutionCode, Stars};
use domain::time::Span;
use testkit::{TestDesk, both};

use crate::flowing::{because, mine, run};

const REPAIRED: &str = "遥控器修好了";

/// Looked into, then decided by 赵经理.
fn complaint(desk: &TestDesk) -> Flow {
    let boss = OwnerRule::Department { department: desk.cast.complaints };
    Flow {
        steps: vec![
            Step::new("look", "核查", StepKind::Work, OwnerRule::Queue).then("decide"),
            Step::new("decide", "领导审批", StepKind::Approval, boss)
                .on("approved", "tell")
                .on("refused", "look"),
            Step::new("tell", "告知客户", StepKind::Feedback, OwnerRule::TicketOwner).then_end(),
        ],
        strict: true,
        reopen_at: None,
    }
}

/// A repair of two months ago, which the customer thought well of.
async fn repair(desk: &TestDesk) -> TicketId {
    let filing = Filing {
        category: Some(desk.cast.invoice),
        subject: Some(REPAIRED.into()),
        ..desk.filing_without("order_no")
    };
    let filing = Filing { fields: vec![], ..filing };
    let ticket = desk.file_as(&desk.customer(), filing).await.number.0;
    let me = desk.agent().await;
    desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();
    let stars = Stars::try_from(5).unwrap();
    desk.rate(&desk.customer(), ticket, stars, None, None).await.unwrap();
    desk.clock.pass(Span::days(60));
    ticket
}

/// The whole chain: linked, asked, checked, said, noted, decided.
async fn told(desk: &TestDesk) -> TicketId {
    let old = repair(desk).await;
    run(desk, complaint(desk)).await;
    let (me, boss) = (desk.agent().await, desk.other_leader().await);
    let ticket = desk.file_ticket().await;
    let task = desk.queue_of(&me).await.iter().find(|it| it.ticket.0 == ticket).unwrap().id;
    desk.claim(&me, task).await.unwrap();
    desk.link(&me, ticket, old, LinkKind::Related).await.unwrap();
    let (method, passed) = (IdentityMethod::CallBack, IdentityResult::Passed);
    desk.check_identity(&me, ticket, method, passed).await.unwrap();
    ask(desk, ticket).await;
    say(desk, ticket, MessageKind::PublicReply, "会打13812345521给您").await;
    say(desk, ticket, MessageKind::Note, "客户情绪激动，别再拖").await;
    desk.clock.pass(Span::minutes(125));
    desk.complete(&me, task, Completion { note: Some("情况属实".into()), ..Completion::default() })
        .await
        .unwrap();
    let decide = mine(desk, &boss).await[0].id;
    desk.complete(&boss, decide, because("approved", "按规定换新")).await.unwrap();
    ticket
}

/// 陈静 answers, in her name and her group's.
async fn ask(desk: &TestDesk, ticket: TicketId) {
    let (me, other) = (desk.agent().await, desk.outsider().await);
    let to = vec![Asked::Agent(desk.cast.outsider)];
    let question = "两个月前的维修属实吗？".to_owned();
    desk.ask(&me, ticket, Ask { to, question, due_at: None, hold: None }).await.unwrap();
    let asked = mine(desk, &other).await[0].id;
    let answer = Completion { note: Some("属实，李四修的".into()), ..Completion::default() };
    desk.complete(&other, asked, answer).await.unwrap();
}

async fn say(desk: &TestDesk, ticket: TicketId, kind: MessageKind, body: &str) {
    let say = Say {
        kind,
        body: body.into(),
        attachments: vec![],
        mentions: vec![],
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    };
    desk.say(&desk.agent().await, ticket, say).await.unwrap();
}

async fn file_for(desk: &TestDesk, ticket: TicketId, audience: Audience) -> CaseFile {
    desk.case_file(&desk.agent().await, ticket, audience).await.unwrap()
}

/// All of it, as one text to look for words in.
fn text(file: &CaseFile) -> String {
    format!("{file:?}")
}

#[tokio::test]
async fn leap_6_the_house_sees_the_whole_chain_with_names_and_time() {
    both(|desk| async move {
        let ticket = told(&desk).await;

        let file = file_for(&desk, ticket, Audience::Internal).await;

        let old = file.related.iter().find(|it| it.subject == REPAIRED).unwrap();
        assert_eq!(old.rating.map(|rating| rating.result.get()), Some(5));
        assert_eq!(old.link, Some((LinkKind::Related, false)));
        let look = &file.steps[0];
        assert_eq!((look.name.as_str(), look.who.shown()), ("核查", "张琪"));
        assert_eq!(look.elapsed(file.made_at), Span::minutes(125));
        assert_eq!(file.elapsed(), Span::minutes(125));
        let answer = &file.answers[0];
        assert_eq!((answer.who.shown(), answer.said.as_deref()), ("陈静", Some("属实，李四修的")));
        let approval = &file.approvals[0];
        assert_eq!(approval.outcome.as_deref(), Some("approved"));
        assert_eq!(approval.said.as_deref(), Some("按规定换新"));
        assert_eq!(file.promises[0].kept(file.made_at), Kept::Kept, "answered within two hours");
        assert_eq!(file.identity.len(), 1);
        assert!(file.said.iter().any(|it| it.by == Speaker::Note(Some("张琪".into()))));
        assert!(file.facts.iter().any(|(label, _)| label == "订单号"));
    })
    .await;
}

#[tokio::test]
async fn p_04_nobody_gets_a_whole_phone_number() {
    both(|desk| async move {
        let ticket = told(&desk).await;

        for audience in Audience::ALL {
            let text = text(&file_for(&desk, ticket, audience).await);

            assert!(!text.contains("13812345521"), "{audience:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn leap_6_a_regulator_reads_the_chain_without_colleagues_and_notes() {
    both(|desk| async move {
        let ticket = told(&desk).await;

        let file = file_for(&desk, ticket, Audience::Regulator).await;

        let text = text(&file);
        for hidden in ["张琪", "陈静", "赵经理", "别再拖"] {
            assert!(!text.contains(hidden), "{hidden}");
        }
        assert_eq!(file.approvals[0].who.shown(), "投诉部");
        assert_eq!(file.approvals[0].said.as_deref(), Some("按规定换新"));
        assert_eq!(file.answers[0].said.as_deref(), Some("属实，李四修的"));
        assert_eq!(file.customer, "王小美");
        assert!(text.contains("138 **** 5521"));
    })
    .await;
}

#[tokio::test]
async fn leap_6_a_customer_reads_what_was_said_and_promised_and_no_more() {
    both(|desk| async move {
        let ticket = told(&desk).await;

        let file = file_for(&desk, ticket, Audience::Customer).await;

        assert_eq!((file.answers.len(), file.approvals.len(), file.identity.len()), (0, 0, 0));
        assert!(file.steps.iter().all(|step| step.said.is_none()), "{:?}", file.steps);
        assert_eq!(file.promises.len(), 2);
        assert!(file.said.iter().any(|it| it.by == Speaker::Agent(None)));
        assert!(!text(&file).contains("别再拖"));
    })
    .await;
}

#[tokio::test]
async fn leap_6_a_partner_reads_only_their_own_part() {
    both(|desk| async move {
        let ticket = told(&desk).await;

        let file = file_for(&desk, ticket, Audience::Partner).await;

        assert_eq!((file.customer.as_str(), file.phone.as_deref()), ("王**", None));
        assert_eq!((file.steps.len(), file.said.len(), file.related.len()), (0, 0, 0));
        assert!(!text(&file).contains("王小美"));
    })
    .await;
}

#[tokio::test]
async fn leap_6_who_took_which_file_for_whom_is_recorded() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let me = desk.agent().await;

        desk.case_file(&me, ticket, Audience::Regulator).await.unwrap();
        let looked = desk.timeline(&me, ticket, None).await.unwrap().entries;
        desk.take_case_file(&me, ticket, Audience::Regulator).await.unwrap();
        let took = desk.timeline(&me, ticket, None).await.unwrap().entries;

        assert_eq!(took.len(), looked.len() + 1);
        assert_eq!(took[0].event.what, What::CaseFileTaken { audience: Audience::Regulator });
        assert_eq!(took[0].who.as_deref(), Some("张琪"));
    })
    .await;
}

#[tokio::test]
async fn leap_6_who_may_not_read_gets_nothing_and_who_may_not_speak_sends_nothing_out() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (outside, inside) = (Audience::Regulator, Audience::Internal);
        let observer = desk.observer().await;

        let stranger = desk.take_case_file(&desk.outsider().await, ticket, inside).await;
        let customer = desk.take_case_file(&desk.customer(), ticket, Audience::Customer).await;
        let out = desk.take_case_file(&observer, ticket, outside).await;
        let looked = desk.case_file(&observer, ticket, outside).await;

        assert!(matches!(stranger, Err(DeskError::NotFound)));
        assert!(matches!(customer, Err(DeskError::NotFound)));
        assert!(matches!(out, Err(DeskError::Forbidden)));
        assert!(matches!(looked, Err(DeskError::Forbidden)));
        assert!(desk.take_case_file(&observer, ticket, inside).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn d_14_a_supervision_is_in_the_file_with_its_course() {
    both(|desk| async move {
        let (ticket, director) = (desk.file_ticket().await, desk.director().await);
        let order = NewSupervision {
            tickets: vec![ticket],
            department: Some(desk.cast.after_sales),
            requirement: "两天内答复消协".into(),
            deadline: desk.now() + Span::hours(4),
            report_every: None,
        };
        desk.supervise(&director, order).await.unwrap();

        let overseen = file_for(&desk, ticket, Audience::Internal).await.supervisions;

        assert_eq!(overseen.len(), 1);
        assert_eq!((overseen[0].department.as_str(), overseen[0].missed), ("售后部", 0));
        assert_eq!(overseen[0].by.as_deref(), Some("林岚"));
    })
    .await;
}
