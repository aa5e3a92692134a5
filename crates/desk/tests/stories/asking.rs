//! Asking others beside the flow, and what comes back.

use desk::{Ask, Completion, DeskError};
use domain::event::Asked;
use domain::id::TaskId;
use domain::task::TaskState;
use testkit::{TestDesk, agent_of, both};

use crate::flowing::mine;

fn saying(note: &str) -> Completion {
    Completion { note: Some(note.to_owned()), ..Completion::default() }
}

fn ask(to: Vec<Asked>, hold: Option<TaskId>) -> Ask {
    Ask { to, question: "维修记录属实吗？".into(), due_at: None, hold }
}

/// 张琪 has the ticket.
async fn taken(desk: &TestDesk) -> (domain::id::TicketId, TaskId) {
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

        desk.resolve(&me, ticket, domain::ticket::ResolutionCode::Solved, None).await.unwrap();

        assert_eq!(mine(&desk, &desk.outsider().await).await.len(), 0);
    })
    .await;
}
