//! Steps that are the customer's: the flow asks, and they answer on the page of their ticket.

use desk::{Completion, DeskError, Say, Then};
use domain::actor::Actor;
use domain::event::{By, What};
use domain::flow::kind::{Answer, Join, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{FieldUse, Flow, Outcome, Step, StepField, StepKey};
use domain::id::{TaskId, TicketId};
use domain::message::MessageKind;
use domain::narrow::{Asks, CustomerQuestion, NarrowAnswer};
use domain::state::TicketState;
use domain::ticket::ResolutionCode;
use testkit::{TestDesk, both};

use crate::flowing::{mine, run};

fn question(key: &str, name: &str) -> Step {
    let answer = |word: &str, label: &str, needs_note| Answer {
        outcome: Outcome::new(word),
        label: label.into(),
        needs_note,
    };
    let answers = vec![answer("yes", "同意换货", false), answer("no", "不同意", true)];
    Step::new(key, name, StepKind::Question { answers }, OwnerRule::Requester)
}

/// 张琪 accepts it, the customer is asked, and 张琪 does what they want.
fn asking() -> Flow {
    let mut ask = question("agree", "同意换货吗？").on("yes", "swap").on("no", "talk");
    ask.instructions = Some("换货免运费，三天内寄出。".into());
    ask.fields = vec![StepField { key: "batch".into(), usage: FieldUse::Require, roles: vec![] }];
    let previous = OwnerRule::PreviousHandler;
    Flow {
        steps: vec![
            Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("agree"),
            ask,
            Step::new("swap", "换货", StepKind::Work, previous.clone()).then_end(),
            Step::new("talk", "再商量", StepKind::Work, previous).then_end(),
        ],
        ..Flow::default()
    }
}

/// It has come to the customer's step.
async fn asked(desk: &TestDesk) -> (TicketId, TaskId) {
    run(desk, asking()).await;
    let ticket = desk.file_as(&desk.customer(), desk.filing_without("batch")).await.number.0;
    let me = desk.agent().await;
    desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
    (ticket, shown(desk, ticket).await.unwrap().task)
}

async fn shown(desk: &TestDesk, ticket: TicketId) -> Option<CustomerQuestion> {
    desk.progress(&desk.customer(), ticket).await.unwrap().question
}

fn said(outcome: &str, note: Option<&str>) -> NarrowAnswer {
    NarrowAnswer {
        outcome: Some(outcome.into()),
        note: note.map(str::to_owned),
        values: vec![("batch".into(), "L2209".into())],
        ..NarrowAnswer::default()
    }
}

async fn state(desk: &TestDesk, ticket: TicketId) -> TicketState {
    desk.ticket_page(&desk.admin().await, ticket).await.unwrap().ticket.state
}

#[tokio::test]
async fn d_24_d_26_the_page_shows_what_the_flow_asks_and_the_answer_ends_it() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;
        let before = shown(&desk, ticket).await.unwrap();
        let waiting = state(&desk, ticket).await;

        desk.answer_task(&desk.customer(), task, said("yes", None)).await.unwrap();

        let Asks::Choice(choices) = before.asks else { panic!("{before:?}") };
        let labels: Vec<_> = choices.iter().map(|it| it.label.as_deref().unwrap()).collect();
        assert_eq!(labels, ["同意换货", "不同意"]);
        assert_eq!(before.instructions.as_deref(), Some("换货免运费，三天内寄出。"));
        let batch = &before.fields[0];
        assert_eq!(
            (batch.field.key.as_str(), batch.open, batch.field.required),
            ("batch", true, true)
        );
        assert_eq!(waiting, TicketState::AwaitingCustomer);
        assert_eq!(state(&desk, ticket).await, TicketState::InProgress);
        assert_eq!(shown(&desk, ticket).await, None);
        let me = desk.agent().await;
        assert_eq!(mine(&desk, &me).await[0].step_key, "swap", "it is whose it was before");
    })
    .await;
}

#[tokio::test]
async fn i_02_the_agent_reads_the_answer_in_the_conversation_and_in_the_course() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;

        desk.answer_task(&desk.customer(), task, said("no", Some("想退款"))).await.unwrap();

        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();
        let customer = By::Customer(desk.cast.customer);
        let entries = page.timeline.entries;
        let bubble = entries.iter().find_map(|it| it.message.as_ref().filter(|it| it.from_customer));
        assert_eq!(bubble.unwrap().body, "不同意\n想退款");
        let ended = entries.iter().find(|it| matches!(it.what(), What::StepCompleted { .. }));
        let ended = &ended.unwrap().event;
        assert_eq!(ended.by, customer);
        assert!(
            matches!(&ended.what, What::StepCompleted { outcome: Some(it), .. } if it.as_str() == "no")
        );
        let talk = desk.progress(&desk.customer(), ticket).await.unwrap().messages;
        assert_eq!(talk.last().map(|it| (it.mine, it.body.as_str())), Some((true, "不同意\n想退款")));
    })
    .await;
}

#[tokio::test]
async fn d_26_only_the_tickets_own_customer_answers() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;
        let other = desk.file_elsewhere().await;
        let links = [
            Actor::Link { ticket: other, customer: desk.cast.customer },
            Actor::Link { ticket, customer: desk.cast.other_customer },
        ];

        for who in [desk.other_customer(), Actor::Visitor].into_iter().chain(links) {
            let refused = desk.answer_task(&who, task, said("yes", None)).await;
            assert!(matches!(refused, Err(DeskError::NotFound)), "{who:?}: {refused:?}");
        }
        let agents = desk.answer_task(&desk.agent().await, task, said("yes", None)).await;
        assert!(matches!(agents, Err(DeskError::NotFound)));
        let link = Actor::Link { ticket, customer: desk.cast.customer };
        desk.answer_task(&link, task, said("yes", None)).await.unwrap();
        assert_eq!(state(&desk, ticket).await, TicketState::InProgress);
    })
    .await;
}

#[tokio::test]
async fn d_26_no_other_task_of_the_ticket_is_the_customers() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;
        desk.answer_task(&desk.customer(), task, said("yes", None)).await.unwrap();
        let swap = mine(&desk, &desk.agent().await).await[0].id;

        let agents = desk.answer_task(&desk.customer(), swap, NarrowAnswer::default()).await;
        let again = desk.answer_task(&desk.customer(), task, said("no", Some("反悔"))).await;
        desk.resolve(&desk.agent().await, ticket, ResolutionCode::Solved, None).await.unwrap();

        assert!(matches!(agents, Err(DeskError::NotFound)));
        assert!(matches!(again, Err(DeskError::NotNow(_))), "{again:?}");
        assert_eq!(desk.progress(&desk.customer(), ticket).await.unwrap().messages.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn d_26_a_question_nobody_waits_for_any_more_takes_no_answer() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;

        desk.resolve(&desk.leader().await, ticket, ResolutionCode::NotPossible, None)
            .await
            .unwrap();
        let late = desk.answer_task(&desk.customer(), task, said("yes", None)).await;

        assert!(matches!(late, Err(DeskError::NotNow(_))), "{late:?}");
        assert_eq!(shown(&desk, ticket).await, None);
    })
    .await;
}

#[tokio::test]
async fn b_21_what_the_question_asks_for_has_to_be_there_and_nothing_is_half_done() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;
        let me = desk.customer();
        let blank = NarrowAnswer { values: vec![], ..said("yes", None) };

        let wordless = desk.answer_task(&me, task, said("no", None)).await.unwrap_err();
        let blank = desk.answer_task(&me, task, blank).await.unwrap_err();
        let strange = desk.answer_task(&me, task, said("maybe", None)).await.unwrap_err();

        let field = format!("fields.{}", desk.cast.batch_field);
        assert!(matches!(wordless, DeskError::Invalid(flaws) if flaws.of("note").is_some()));
        assert!(matches!(blank, DeskError::Invalid(flaws) if flaws.of(&field).is_some()));
        assert!(matches!(strange, DeskError::Invalid(flaws) if flaws.of("outcome").is_some()));
        assert_eq!(state(&desk, ticket).await, TicketState::AwaitingCustomer);
        assert_eq!(desk.progress(&me, ticket).await.unwrap().messages.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_answer_sent_twice_is_one() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;
        let answer = NarrowAnswer { idempotency_key: Some("once".into()), ..said("yes", None) };

        desk.answer_task(&desk.customer(), task, answer.clone()).await.unwrap();
        desk.answer_task(&desk.customer(), task, answer).await.unwrap();

        assert_eq!(desk.progress(&desk.customer(), ticket).await.unwrap().messages.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn d_06_of_two_questions_at_once_the_ticket_waits_for_both() {
    both(|desk| async move {
        let branches = vec![StepKey::new("swap_ok"), StepKey::new("time_ok")];
        let fork = StepKind::Fork { branches, join: Join::All, then: StepKey::new("go") };
        let flow = Flow {
            steps: vec![
                Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("both"),
                Step::new("both", "两个问题", fork, OwnerRule::Desk),
                question("swap_ok", "同意换货吗？").then("go"),
                question("time_ok", "明天方便吗？").then("go"),
                Step::new("go", "寄出", StepKind::Work, OwnerRule::TicketOwner).then_end(),
            ],
            ..Flow::default()
        };
        run(&desk, flow).await;
        let ticket = desk.file_ticket().await;
        let agent = desk.agent().await;
        desk.claim(&agent, desk.queue_of(&agent).await[0].id).await.unwrap();
        let me = desk.customer();
        let yes = || NarrowAnswer { outcome: Some("yes".into()), ..NarrowAnswer::default() };

        let first = shown(&desk, ticket).await.unwrap();
        desk.answer_task(&me, first.task, yes()).await.unwrap();
        let second = shown(&desk, ticket).await.unwrap();
        let between = state(&desk, ticket).await;
        desk.answer_task(&me, second.task, yes()).await.unwrap();

        assert_eq!([first.title.as_str(), second.title.as_str()], ["同意换货吗？", "明天方便吗？"]);
        assert_eq!(between, TicketState::AwaitingCustomer);
        assert_eq!(mine(&desk, &agent).await[0].step_key, "go");
    })
    .await;
}

#[tokio::test]
async fn d_12_other_words_than_an_answer_are_somebodys_to_read() {
    both(|desk| async move {
        let (ticket, task) = asked(&desk).await;
        let (me, agent) = (desk.customer(), desk.agent().await);
        let words = Say {
            kind: MessageKind::PublicReply,
            body: "换货要多久？".into(),
            attachments: vec![],
            mentions: vec![],
            seen: None,
            then: Then::Nothing,
            idempotency_key: None,
        };

        desk.say(&me, ticket, words).await.unwrap();
        let asked = mine(&desk, &agent).await;
        assert_eq!(asked.len(), 1, "work is never with nobody: {asked:?}");
        let told = Completion { note: Some("已电话告知".into()), ..Completion::default() };
        desk.complete(&agent, asked[0].id, told).await.unwrap();

        assert_eq!(state(&desk, ticket).await, TicketState::AwaitingCustomer);
        assert_eq!(shown(&desk, ticket).await.map(|it| it.task), Some(task));
    })
    .await;
}

#[tokio::test]
async fn any_words_end_a_step_that_asks_for_nothing_else() {
    both(|desk| async move {
        let bring =
            Step::new("bring", "补充照片", StepKind::Work, OwnerRule::Requester).then("look");
        let flow = Flow {
            steps: vec![
                Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("bring"),
                bring,
                Step::new("look", "查看", StepKind::Work, OwnerRule::PreviousHandler).then_end(),
            ],
            ..Flow::default()
        };
        run(&desk, flow).await;
        let ticket = desk.file_ticket().await;
        let agent = desk.agent().await;
        desk.claim(&agent, desk.queue_of(&agent).await[0].id).await.unwrap();
        assert!(shown(&desk, ticket).await.unwrap().takes_any_words());

        let words = Say {
            kind: MessageKind::PublicReply,
            body: "照片在这里".into(),
            attachments: vec![],
            mentions: vec![],
            seen: None,
            then: Then::Nothing,
            idempotency_key: None,
        };
        desk.say(&desk.customer(), ticket, words).await.unwrap();

        assert_eq!(mine(&desk, &agent).await[0].step_key, "look");
    })
    .await;
}
