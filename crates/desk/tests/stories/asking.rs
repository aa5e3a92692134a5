//! Asking others beside the flow, and what comes back.

use desk::{Ask, Completion, DeskError, Say, Then, WaitPlan};
use domain::actor::Permission;
use domain::event::Asked;
use domain::id::{TaskId, TicketId};
use domain::message::MessageKind;
use domain::task::TaskState;
use domain::ticket::{ResolutionCode, WaitFor};
use testkit::{TestDesk, agent_of, both};

use crate::flowing::mine;

fn saying(note: &str) -> Completion {
    Completion { note: Some(note.to_owned()), ..Completion::default() }
}

fn ask(to: Vec<Asked>, hold: Option<TaskId>) -> Ask {
    Ask { to, question: "维修记录属实吗？".into(), due_at: None, hold }
}

async fn other_department_asked(desk: &TestDesk, ticket: TicketId) -> TaskId {
    let to = vec![Asked::Department(desk.cast.complaints)];
    desk.ask(&desk.agent().await, ticket, ask(to, None)).await.unwrap()[0]
}

fn until_asked() -> WaitPlan {
    WaitPlan { wait_for: WaitFor::Customer, reason: "等".into(), wake_at: None }
}

fn words(kind: MessageKind) -> Say {
    let (body, then) = ("一句话".into(), Then::Nothing);
    Say {
        kind,
        body,
        then,
        attachments: vec![],
        mentions: vec![],
        seen: None,
        idempotency_key: None,
    }
}

/// The other ticket of a merge is not theirs to see at all.
fn forbidden_if_hidden(error: DeskError) -> DeskError {
    match error {
        DeskError::NotFound => DeskError::Forbidden,
        other => other,
    }
}

/// 张琪 has the ticket.
async fn taken(desk: &TestDesk) -> (TicketId, TaskId) {
    let ticket = desk.file_ticket().await;
    let me = desk.agent().await;
    desk.claim(&me, desk.queue_of(&me).await[0].id).await.unwrap();
    (ticket, mine(desk, &me).await[0].id)
}

#[tokio::test]
async fn c_14_several_are_asked_at_once_and_their_answers_stand_side_by_side() {
    both(|desk| async move {
        let (ticket, handling) = taken(&desk).await;
        let (me, leader) = (desk.agent().await, desk.other_leader().await);
        let to = vec![Asked::Department(desk.cast.complaints), Asked::Agent(desk.cast.colleague)];

        let asked = desk.ask(&me, ticket, ask(to, Some(handling))).await.unwrap();
        assert_eq!(mine(&desk, &me).await.len(), 0, "d_12 who waits does not watch");
        desk.complete(&leader, asked[0], saying("属实")).await.unwrap();
        assert_eq!(mine(&desk, &me).await.len(), 0, "one of two has answered");
        desk.complete(&desk.colleague().await, asked[1], saying("没有记录")).await.unwrap();

        assert_eq!(mine(&desk, &me).await[0].id, handling);
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let answers: Vec<&str> =
            page.asked.iter().filter_map(|it| it.task.answer.as_deref()).collect();
        assert_eq!(answers, ["属实", "没有记录"]);
    })
    .await;
}

#[tokio::test]
async fn i_06_whoever_is_asked_may_look_and_answer_and_nothing_else() {
    both(|desk| async move {
        let (ticket, _) = taken(&desk).await;
        let outsider = desk.outsider().await;
        let before = desk.ticket_page(&outsider, ticket).await;
        let to = vec![Asked::Agent(agent_of(&outsider).id)];

        let asked = desk.ask(&desk.agent().await, ticket, ask(to, None)).await.unwrap();

        assert!(matches!(before, Err(DeskError::NotFound)));
        assert_eq!(mine(&desk, &outsider).await[0].step, "维修记录属实吗？");
        let other = desk.complete(&desk.colleague().await, asked[0], saying("我来答")).await;
        let silent = desk.complete(&outsider, asked[0], Completion::default()).await;
        assert!(matches!(other, Err(DeskError::Forbidden)));
        assert!(matches!(silent, Err(DeskError::Invalid(_))));
        desk.complete(&outsider, asked[0], saying("属实")).await.unwrap();
    })
    .await;
}

/// A leader's grants reach far; being asked does not make this ticket theirs.
#[tokio::test]
async fn i_06_whoever_was_only_asked_does_not_handle_the_ticket() {
    both(|desk| async move {
        let (ticket, _) = taken(&desk).await;
        let second = desk.file_ticket().await;
        let asked = other_department_asked(&desk, ticket).await;
        let leader = desk.other_leader().await;

        let page = desk.ticket_page(&leader, ticket).await.unwrap();
        let handled = [
            desk.resolve(&leader, ticket, ResolutionCode::Solved, None).await,
            desk.close(&leader, ticket).await,
            desk.transfer(&leader, ticket, Some(desk.cast.other_group), None, None).await,
            desk.wait(&leader, ticket, until_asked()).await,
            desk.reopen(&leader, ticket, None).await,
            desk.merge(&leader, ticket, second).await.map_err(forbidden_if_hidden),
            desk.say(&leader, ticket, words(MessageKind::PublicReply)).await.map(drop),
            desk.edit(&leader, ticket, vec![]).await.map(drop),
        ];

        assert_eq!(page.may, [Permission::ReadTickets, Permission::Note]);
        for attempt in handled {
            assert!(matches!(attempt, Err(DeskError::Forbidden)), "{attempt:?}");
        }
        desk.say(&leader, ticket, words(MessageKind::Note)).await.unwrap();
        let after = desk.resolve(&leader, ticket, ResolutionCode::Solved, None).await;
        assert!(matches!(after, Err(DeskError::Forbidden)), "a note is no handling");
        desk.complete(&leader, asked, saying("属实")).await.unwrap();
    })
    .await;
}

/// C-08: a group is asked whose ticket it is not; whoever of it takes the task sees the ticket.
#[tokio::test]
async fn c_14_a_group_finds_what_it_was_asked_in_its_queue() {
    both(|desk| async move {
        let (ticket, _) = taken(&desk).await;
        let outsider = desk.outsider().await;
        let before = desk.ticket_page(&outsider, ticket).await;
        let to = vec![Asked::Group(desk.cast.other_group)];
        let asked = desk.ask(&desk.agent().await, ticket, ask(to, None)).await.unwrap()[0];

        let noted = desk.say(&outsider, ticket, words(MessageKind::Note)).await;
        let page = desk.ticket_page(&outsider, ticket).await.unwrap();
        desk.claim(&outsider, asked).await.unwrap();
        desk.complete(&outsider, asked, saying("没有记录")).await.unwrap();

        assert!(matches!(before, Err(DeskError::NotFound)));
        assert!(matches!(noted, Err(DeskError::Forbidden)), "not before somebody has taken it");
        assert!(page.asked[0].may_claim);
    })
    .await;
}

#[tokio::test]
async fn a_question_comes_back_unanswered_with_the_reason() {
    both(|desk| async move {
        let (ticket, handling) = taken(&desk).await;
        let (me, outsider) = (desk.agent().await, desk.outsider().await);
        let to = vec![Asked::Agent(desk.cast.outsider)];
        let asked = desk.ask(&me, ticket, ask(to, Some(handling))).await.unwrap();

        desk.send_back(&outsider, asked[0], "不归我们管".into()).await.unwrap();

        assert_eq!(mine(&desk, &me).await[0].id, handling);
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.asked[0].task.state, TaskState::SentBack);
    })
    .await;
}

#[tokio::test]
async fn a_signer_is_added_to_ones_own_task_and_to_nobody_elses() {
    both(|desk| async move {
        let (_, handling) = taken(&desk).await;
        let (me, colleague) = (desk.agent().await, desk.colleague().await);
        let signer = desk.cast.leader;

        let others = desk.add_signer(&colleague, handling, signer, "请加签".into()).await;
        desk.add_signer(&me, handling, signer, "请加签".into()).await.unwrap();
        let leader = desk.leader().await;
        desk.complete(&leader, mine(&desk, &leader).await[0].id, saying("同意")).await.unwrap();

        assert!(matches!(others, Err(DeskError::Forbidden)));
        assert_eq!(mine(&desk, &me).await[0].id, handling);
    })
    .await;
}

#[tokio::test]
async fn a_resolved_ticket_asks_nobody_any_more() {
    both(|desk| async move {
        let (ticket, _) = taken(&desk).await;
        let me = desk.agent().await;
        let to = vec![Asked::Agent(desk.cast.outsider)];
        desk.ask(&me, ticket, ask(to, None)).await.unwrap();

        desk.resolve(&me, ticket, ResolutionCode::Solved, None).await.unwrap();

        assert_eq!(mine(&desk, &desk.outsider().await).await.len(), 0);
    })
    .await;
}
