//! What a group cannot solve goes up (D-21).

use desk::DeskError;
use domain::event::What;
use domain::invalid::Flaw;
use domain::priority::Priority;
use testkit::{TestDesk, both};

async fn arranged(desk: &TestDesk) {
    let (from, to) = (desk.cast.group, Some(desk.cast.other_group));
    desk.set_escalation(&desk.admin().await, from, to).await.unwrap();
}

#[tokio::test]
async fn d_21_it_goes_to_the_group_above_more_pressing_and_with_its_history() {
    both(|desk| async move {
        arranged(&desk).await;
        let (me, above) = (desk.agent().await, desk.outsider().await);
        let ticket = desk.file_ticket().await;
        let before = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(desk.queue_of(&above).await.len(), 0);

        desk.escalate(&me, ticket, "客户要求三倍赔付".into()).await.unwrap();

        let queue = desk.queue_of(&above).await;
        let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
        assert_eq!((queue.len(), queue[0].ticket), (1, ticket.number()));
        assert_eq!(before.escalates_to.as_deref(), Some("投诉组"));
        assert_eq!((page.ticket.group, page.escalates_to), (desk.cast.other_group, None));
        assert_eq!(page.ticket.priority, before.ticket.priority.raised());
        assert!(page.timeline.entries.len() > before.timeline.entries.len());
        let told = page.timeline.entries.iter().find_map(|entry| match entry.what() {
            What::TicketEscalated { from, to, note, .. } => Some((*from, *to, note.clone())),
            _ => None,
        });
        let said = "客户要求三倍赔付".to_owned();
        assert_eq!(told, Some((before.ticket.priority, page.ticket.priority, said)));
        assert_eq!(page.tasks[0].task.note.as_deref(), Some("客户要求三倍赔付"));
    })
    .await;
}

#[tokio::test]
async fn d_21_it_says_why_and_goes_nowhere_else() {
    both(|desk| async move {
        let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
        let nowhere = desk.escalate(&me, ticket, "解决不了".into()).await.unwrap_err();
        arranged(&desk).await;
        let silent = desk.escalate(&me, ticket, " ".into()).await.unwrap_err();
        let observer = desk.escalate(&desk.observer().await, ticket, "看看".into()).await;
        let customer = desk.escalate(&desk.customer(), ticket, "快点".into()).await;
        let group = desk.cast.group;
        let itself = desk.set_escalation(&desk.admin().await, group, Some(group)).await;
        let by_agent = desk.set_escalation(&me, group, None).await;

        let flaw = |error: &DeskError| match error {
            DeskError::Invalid(flaws) => Some((flaws.0[0].field.clone(), flaws.0[0].flaw.clone())),
            _ => None,
        };
        assert_eq!(flaw(&nowhere), Some(("group".into(), Flaw::NotOffered)));
        assert_eq!(flaw(&silent), Some(("note".into(), Flaw::Blank)));
        assert!(matches!(observer, Err(DeskError::Forbidden)), "{observer:?}");
        assert!(customer.is_err(), "customers escalate nothing");
        assert_eq!(flaw(&itself.unwrap_err()), Some(("to".into(), Flaw::NotAChoice)));
        assert!(matches!(by_agent, Err(DeskError::Forbidden)));
        assert_eq!(Priority::Urgent.raised(), Priority::Urgent);
    })
    .await;
}
