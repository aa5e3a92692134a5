//! People of several groups, departments and firms on one ticket.

use desk::{Ask, Completion, NewContact};
use domain::actor::Actor;
use domain::event::Asked;
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Step};
use domain::id::TicketId;
use domain::org::Membership;
use domain::page::Filing;
use domain::partner::PartnerKind;
use domain::ticket::ResolutionCode;
use testkit::{TestDesk, agent_of, both};

use crate::flowing::mine;

fn saying(note: &str) -> Completion {
    Completion { note: Some(note.to_owned()), ..Completion::default() }
}

/// Asks, is answered, and says what the ticket then tells.
async fn asked(desk: &TestDesk, ticket: TicketId, from: &Actor, to: Asked, by: &Actor) -> String {
    let question = "这台机器还在保修期吗？".to_owned();
    let ask = Ask { to: vec![to], question, due_at: None, hold: None };
    let task = desk.ask(from, ticket, ask).await.unwrap()[0];
    desk.complete(by, task, saying("在保修期内")).await.unwrap();
    let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
    let told = page.asked.into_iter().find(|it| it.task.id == task).unwrap();
    told.task.answer.unwrap()
}

async fn taken(desk: &TestDesk) -> TicketId {
    let ticket = desk.file_ticket().await;
    let me = desk.agent().await;
    desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
    ticket
}

/// I-03, I-04: the question and the answer stay with the ticket, whoever asks whom.
#[tokio::test]
async fn i_03_agents_and_departments_ask_each_other_on_the_ticket() {
    both(|desk| async move {
        let ticket = taken(&desk).await;
        let (me, colleague) = (desk.agent().await, desk.colleague().await);
        let (leader, outsider) = (desk.other_leader().await, desk.outsider().await);
        let department = Asked::Department(desk.cast.complaints);

        let among_agents = Asked::Agent(agent_of(&colleague).id);
        assert_eq!(asked(&desk, ticket, &me, among_agents, &colleague).await, "在保修期内");
        assert_eq!(asked(&desk, ticket, &me, department, &leader).await, "在保修期内");
        // Whoever a department sends answers for it.
        let question = Ask {
            to: vec![Asked::Department(desk.cast.complaints)],
            question: "派谁去？".into(),
            due_at: None,
            hold: None,
        };
        let task = desk.ask(&me, ticket, question).await.unwrap()[0];
        desk.assign_task(&leader, task, agent_of(&outsider).id).await.unwrap();
        desk.complete(&outsider, task, saying("我去")).await.unwrap();

        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let handler = |it: &domain::page::TaskView| it.handler.as_ref().unwrap().name.clone();
        let said: Vec<String> = page.asked.iter().map(handler).collect();
        assert_eq!(said, ["刘洋", "赵经理", "陈静"]);
    })
    .await;
}

/// C-10: somebody of two groups finds the work of both in one list, as a member of each.
#[tokio::test]
async fn c_10_whoever_is_in_two_groups_sees_both_queues_in_one_list() {
    both(|desk| async move {
        let (mine, theirs) = (desk.file_ticket().await, desk.file_elsewhere().await);
        let before = desk.queue_of(&desk.agent().await).await;
        let member =
            Membership { group: desk.cast.other_group, agent: desk.cast.agent, skill: 2, cap: 3 };
        desk.join_group(&Actor::System, member).await.unwrap();

        let queue = desk.queue_of(&desk.agent().await).await;
        let tickets = |rows: Vec<domain::list::TaskRow>| {
            let mut tickets: Vec<TicketId> = rows.into_iter().map(|row| row.ticket.0).collect();
            tickets.sort_unstable();
            tickets
        };
        assert_eq!(tickets(before), [mine]);
        assert_eq!(tickets(queue), [mine, theirs]);
    })
    .await;
}

/// D-03, S-10: each leaf opens the tasks of its own flow, strict or free, and all of them come into
/// one list; what is free may be ended by its handler at any time, what is strict may not.
#[tokio::test]
async fn d_03_tasks_of_every_kind_come_into_one_list_and_strict_and_free_live_together() {
    both(|desk| async move {
        let one = |key: &str, name: &str| {
            vec![Step::new(key, name, StepKind::Work, OwnerRule::Queue).then_end()]
        };
        let strict =
            Flow { steps: one("operate", "操作订单"), strict: true, ..Flow::default() };
        let free = Flow { steps: one("issue", "开具发票"), ..Flow::default() };
        desk.run_flow("严格", strict, desk.cast.complaint).await;
        desk.run_flow("自由", free, desk.cast.invoice).await;
        let of_order = desk.file_ticket().await;
        let filing = Filing {
            category: Some(desk.cast.invoice),
            description: "补一张发票。".into(),
            ..Filing::default()
        };
        let of_invoice = desk.file_as(&desk.customer(), filing).await.number.0;
        let me = desk.agent().await;
        for row in desk.queue_of(&me).await {
            desk.claim(&me, row.id).await.unwrap();
        }

        let steps: Vec<String> = mine(&desk, &me).await.into_iter().map(|row| row.step).collect();
        let ended = desk.resolve(&me, of_order, ResolutionCode::Solved, None).await;
        assert_eq!(steps, ["操作订单", "开具发票"]);
        assert!(ended.is_err(), "only its flow ends a strict ticket");
        desk.resolve(&me, of_invoice, ResolutionCode::Solved, None).await.unwrap();
    })
    .await;
}

/// D-30: a merchant is asked on the ticket and hears of it at their own door.
#[tokio::test]
async fn d_30_a_merchant_steps_in_through_a_door_of_their_own() {
    both(|desk| async move {
        let system = Actor::System;
        let merchant =
            desk.create_partner(&system, PartnerKind::Merchant, "雅致家居").await.unwrap();
        let contact = NewContact {
            partner: Some(merchant),
            name: "周店长".into(),
            phone: Some("13700003331".into()),
            email: None,
        };
        desk.add_contact(&system, contact).await.unwrap();
        let ticket = taken(&desk).await;
        let ask = Ask {
            to: vec![Asked::Partner(merchant)],
            question: "能否补发？".into(),
            due_at: None,
            hold: None,
        };
        desk.ask(&desk.agent().await, ticket, ask).await.unwrap();
        while desk.do_next_job().await.unwrap() {}

        let letters = desk.mailbox.letters();
        assert!(letters.iter().any(|letter| letter.body.contains("/p/")), "{letters:?}");
    })
    .await;
}

/// D-31: what is solved asks its customer how it was, and closes once they have said so or not.
#[tokio::test]
async fn d_31_a_solved_ticket_asks_its_customer_for_a_rating() {
    both(|desk| async move {
        let (me, customer) = (desk.agent().await, desk.customer());
        let ticket = desk.file_ticket().await;
        let stars = 5.try_into().unwrap();
        let too_early = desk.rate(&customer, ticket, stars, None, None).await;
        desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();

        let progress = desk.progress(&customer, ticket).await.unwrap();
        desk.close(&me, ticket).await.unwrap();
        desk.rate(&customer, ticket, stars, None, None).await.unwrap();

        assert!(too_early.is_err());
        assert!(progress.is_over() && progress.rating.is_none(), "the page asks for it");
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.ticket.rating.unwrap().result, stars);
    })
    .await;
}
