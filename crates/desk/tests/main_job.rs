//! The main job: file, handle, follow, confirm.

use desk::{Completion, DeskError, Say, Then};
use domain::event::Told;
use domain::id::{TaskId, TicketId};
use domain::list::{PageSize, Shelf, TaskRow};
use domain::message::MessageKind;
use domain::page::Filing;
use domain::state::TicketState;
use domain::ticket::{ResolutionCode, Stars};
use testkit::{TestDesk, both};

fn reply(body: &str) -> Say {
    Say {
        kind: MessageKind::PublicReply,
        body: body.to_owned(),
        attachments: vec![],
        mentions: vec![],
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    }
}

fn saying(note: &str) -> Completion {
    Completion { note: Some(note.to_owned()), ..Completion::default() }
}

fn told(told: Told) -> Completion {
    Completion { told: Some(told), ..Completion::default() }
}

async fn shelf(desk: &TestDesk, shelf: Shelf) -> Vec<TaskRow> {
    let me = desk.agent().await;
    desk.worklist(&me, shelf, None, None, PageSize::default()).await.unwrap().rows
}

async fn task(desk: &TestDesk, on: Shelf) -> TaskId {
    shelf(desk, on).await.first().expect("a task").id
}

async fn state(desk: &TestDesk, ticket: TicketId) -> TicketState {
    desk.progress(&desk.customer(), ticket).await.unwrap().state
}

#[tokio::test]
async fn a_01_a_filed_ticket_stands_in_its_groups_queue() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let queue = shelf(&desk, Shelf::Queue).await;

        assert_eq!(state(&desk, ticket).await, TicketState::Submitted);
        assert_eq!(queue.iter().map(|row| row.ticket.0).collect::<Vec<_>>(), [ticket]);
        assert_eq!(queue[0].category, ["投诉", "已购买", "商家售假"]);
        assert_eq!(queue[0].step_key, "accept");
    })
    .await;
}

#[tokio::test]
async fn d_16_accepting_opens_handling_for_the_same_person_and_feedback_ends_it() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);

        desk.claim(&me, task(&desk, Shelf::Queue).await).await.unwrap();
        let handle = shelf(&desk, Shelf::Mine).await;
        assert_eq!(handle[0].step_key, "handle");
        assert_eq!(state(&desk, ticket).await, TicketState::Assigned);
        desk.complete(&me, handle[0].id, saying("已核实")).await.unwrap();
        let feedback = shelf(&desk, Shelf::Mine).await;
        assert_eq!(feedback[0].step_key, "feedback");
        desk.complete(&me, feedback[0].id, told(Told::Told)).await.unwrap();

        assert_eq!(state(&desk, ticket).await, TicketState::Resolved);
        assert!(shelf(&desk, Shelf::Mine).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_answers_first_has_taken_the_ticket() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);

        desk.say(&me, ticket, reply("您好,我来处理。")).await.unwrap();

        assert_eq!(shelf(&desk, Shelf::Mine).await[0].step_key, "handle");
        assert!(shelf(&desk, Shelf::Queue).await.is_empty());
        assert_eq!(state(&desk, ticket).await, TicketState::InProgress);
    })
    .await;
}

#[tokio::test]
async fn two_cannot_claim_the_same_task() {
    both(|desk| async move {
        desk.file_ticket().await;
        let claimed = task(&desk, Shelf::Queue).await;

        desk.claim(&desk.agent().await, claimed).await.unwrap();
        let late = desk.claim(&desk.colleague().await, claimed).await;

        assert!(matches!(late, Err(DeskError::Conflict)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn d_10_not_solved_reopens_the_same_ticket_with_its_history() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
        desk.say(&me, ticket, reply("已为您退款。")).await.unwrap();
        desk.resolve(&me, ticket, ResolutionCode::Refunded, None).await.unwrap();

        desk.reopen(&desk.customer(), ticket, Some("钱没有到账".into())).await.unwrap();
        let page = desk.progress(&desk.customer(), ticket).await.unwrap();

        assert_eq!((page.state, page.reopens), (TicketState::InProgress, 1));
        assert_eq!(page.messages.len(), 2);
        assert_eq!(shelf(&desk, Shelf::Mine).await[0].step_key, "handle");
    })
    .await;
}

#[tokio::test]
async fn k_04_result_and_process_are_rated_by_the_customer_alone() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
        let (good, fair) = (Stars::try_from(5).unwrap(), Stars::try_from(3).unwrap());
        let early = desk.rate(&desk.customer(), ticket, good, None, None).await;
        desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();

        let by_agent = desk.rate(&me, ticket, good, None, None).await;
        desk.rate(&desk.customer(), ticket, good, Some(fair), None).await.unwrap();
        let rating = desk.progress(&desk.customer(), ticket).await.unwrap().rating.unwrap();

        assert!(matches!(early, Err(DeskError::NotNow("submitted"))), "{early:?}");
        assert!(matches!(by_agent, Err(DeskError::Forbidden)), "{by_agent:?}");
        assert_eq!((rating.result, rating.process), (good, Some(fair)));
    })
    .await;
}

#[tokio::test]
async fn a_02_every_flaw_of_a_form_is_told_at_once() {
    both(|desk| async move {
        let filing = Filing {
            category: Some(desk.cast.complaint),
            phone: Some("不是号码".into()),
            ..Filing::default()
        };
        let refused = desk.file(&domain::actor::Actor::Visitor, "web", filing).await;
        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        let mut fields: Vec<String> = flaws.0.into_iter().map(|flaw| flaw.field).collect();
        fields.sort();

        let order = format!("fields.{}", desk.cast.order_field);
        assert_eq!(fields, ["description".to_owned(), order, "phone".to_owned()]);
    })
    .await;
}

#[tokio::test]
async fn the_same_key_twice_is_one_ticket() {
    both(|desk| async move {
        let filing = || Filing { idempotency_key: Some("k1".into()), ..desk.filing() };
        let first = desk.file_as(&desk.customer(), filing()).await;
        let second = desk.file_as(&desk.customer(), filing()).await;
        let other = Filing { description: "另一件事".into(), ..filing() };
        let reused = desk.file(&desk.customer(), "web", other).await;

        assert_eq!((first.number, first.again, second.again), (second.number, false, true));
        assert!(matches!(reused, Err(DeskError::KeyReused)), "{reused:?}");
    })
    .await;
}

#[tokio::test]
async fn two_requests_at_once_with_one_key_make_one_ticket() {
    both(|desk| async move {
        let filing = || Filing { idempotency_key: Some("k2".into()), ..desk.filing() };
        let customer = desk.customer();
        let (one, other) = tokio::join!(
            desk.file(&customer, "web", filing()),
            desk.file(&customer, "web", filing())
        );
        let numbers: Vec<_> = [one, other].into_iter().map(|it| it.unwrap().number).collect();

        assert_eq!(numbers[0], numbers[1]);
        assert_eq!(shelf(&desk, Shelf::Queue).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn d_15_an_urge_is_counted_and_heard_once_an_hour() {
    both(|desk| async move {
        let (ticket, customer) = (desk.file_ticket().await, desk.customer());

        desk.urge(&customer, ticket).await.unwrap();
        let again = desk.urge(&customer, ticket).await;
        desk.clock.pass(domain::time::Span::minutes(61));
        desk.urge(&customer, ticket).await.unwrap();

        assert!(matches!(again, Err(DeskError::TooOften { .. })), "{again:?}");
        assert_eq!(desk.progress(&customer, ticket).await.unwrap().urges, 2);
    })
    .await;
}

#[tokio::test]
async fn leap_12_sending_says_when_the_customer_wrote_meanwhile() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
        let seen = desk.ticket_page(&me, ticket).await.unwrap().newest_message;
        let news = desk.say(&desk.customer(), ticket, reply("补充:还有照片。")).await.unwrap();

        let late = desk.say(&me, ticket, Say { seen, ..reply("您好") }).await;
        let sent = desk.say(&me, ticket, Say { seen: Some(news.message), ..reply("您好") }).await;

        let Err(DeskError::NewMessage { newest }) = late else { panic!("{late:?}") };
        assert_eq!(newest, news.message);
        assert!(sent.is_ok());
    })
    .await;
}
