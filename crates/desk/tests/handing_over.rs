//! Handing work to others.

use desk::DeskError;
use domain::id::TicketId;
use domain::list::{PageSize, Shelf};
use domain::state::TicketState;
use domain::ticket::ResolutionCode;
use testkit::{TestDesk, agent_of, both};

async fn taken(desk: &TestDesk) -> TicketId {
    let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
    let task = desk.ticket_page(&me, ticket).await.unwrap().tasks[0].task.id;
    desk.claim(&me, task).await.unwrap();
    ticket
}

#[tokio::test]
async fn c_08_a_ticket_goes_to_a_person_with_a_note_and_its_owner_stays() {
    both(|desk| async move {
        let (ticket, me, other) = (taken(&desk).await, desk.agent().await, desk.colleague().await);
        let to = agent_of(&other).id;
        let note = Some("客户只接受换货".to_owned());

        desk.transfer(&me, ticket, None, Some(to), note.clone()).await.unwrap();
        let list =
            desk.worklist(&other, Shelf::Mine, None, None, PageSize::default()).await.unwrap();
        let page = desk.ticket_page(&other, ticket).await.unwrap();

        assert_eq!(list.rows.len(), 1);
        assert_eq!(page.tasks[0].task.note, note);
        assert_eq!(page.ticket.owner, Some(agent_of(&me).id));
        assert_eq!(page.ticket.transfers, 1);
    })
    .await;
}

#[tokio::test]
async fn c_08_a_ticket_goes_to_another_groups_queue() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);

        desk.transfer(&me, ticket, Some(desk.cast.other_group), None, None).await.unwrap();
        let outsider = desk.outsider().await;
        let queue = desk.worklist(&outsider, Shelf::Queue, None, None, PageSize::default()).await;
        let mine = desk.worklist(&me, Shelf::Mine, None, None, PageSize::default()).await;

        assert_eq!(queue.unwrap().rows.len(), 1);
        assert!(mine.unwrap().rows.is_empty());
        assert_eq!(desk.progress(&me, ticket).await.unwrap().state, TicketState::ToClaim);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_given_work_of_a_group_they_are_not_in() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);
        let stranger = agent_of(&desk.outsider().await).id;

        let refused = desk.transfer(&me, ticket, Some(desk.cast.group), Some(stranger), None).await;

        assert!(matches!(refused, Err(DeskError::Invalid(_))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn c_07_many_tickets_go_in_one_call_with_an_answer_for_each() {
    both(|desk| async move {
        let (one, two) = (taken(&desk).await, taken(&desk).await);
        let elsewhere = desk.file_elsewhere().await;
        let (leader, me) = (desk.leader().await, desk.agent().await);
        desk.resolve(&me, two, ResolutionCode::Solved, None).await.unwrap();
        let to = Some(agent_of(&desk.colleague().await).id);

        let handed = desk.reassign(&leader, vec![two, elsewhere, one], None, to, None).await;
        let refused = desk.reassign(&me, vec![one], None, to, None).await;
        let answers: Vec<_> =
            handed.unwrap().into_iter().map(|it| (it.number.0, it.refused)).collect();

        assert_eq!(
            answers,
            [
                (one, None),
                (two, Some("not_now".to_owned())),
                (elsewhere, Some("not_found".to_owned())),
            ]
        );
        assert!(matches!(refused, Err(DeskError::Forbidden)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_task_that_is_sent_back_returns_with_the_reason() {
    both(|desk| async move {
        let (ticket, me) = (taken(&desk).await, desk.agent().await);
        let task = desk.ticket_page(&me, ticket).await.unwrap().tasks[0].task.id;

        desk.send_back(&me, task, "不属于售后".into()).await.unwrap();
        let colleague = desk.colleague().await;
        let queue = desk.worklist(&colleague, Shelf::Queue, None, None, PageSize::default()).await;
        let page = desk.ticket_page(&colleague, ticket).await.unwrap();

        assert_eq!(queue.unwrap().rows.len(), 1);
        assert_eq!(page.tasks[0].task.note.as_deref(), Some("不属于售后"));
        assert_eq!(page.ticket.state, TicketState::ToClaim);
    })
    .await;
}
