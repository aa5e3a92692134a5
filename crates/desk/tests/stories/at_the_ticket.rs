//! Drafts and presence: several people at one ticket.

use desk::DeskError;
use domain::invalid::Flaw;
use domain::message::MessageKind;
use domain::time::Span;
use testkit::both;

#[tokio::test]
async fn a_draft_is_kept_for_its_writer_alone_until_it_is_emptied() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (agent, colleague) = (desk.agent().await, desk.colleague().await);
        let kind = MessageKind::PublicReply;

        desk.save_draft(&agent, ticket, kind, "您好", None).await.unwrap();
        desk.save_draft(&agent, ticket, kind, " 您好，\n我是", None).await.unwrap();
        desk.save_draft(&agent, ticket, MessageKind::Note, "先问商家", None).await.unwrap();

        let mine = desk.ticket_page(&agent, ticket).await.unwrap().drafts;
        let reply = mine.iter().find(|draft| draft.kind == kind).unwrap();
        assert_eq!((mine.len(), reply.body.as_str()), (2, " 您好，\n我是"));
        assert!(desk.ticket_page(&colleague, ticket).await.unwrap().drafts.is_empty());

        desk.save_draft(&agent, ticket, kind, " ", None).await.unwrap();
        assert_eq!(desk.ticket_page(&agent, ticket).await.unwrap().drafts.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn no_draft_where_nothing_may_be_said() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let kind = MessageKind::Note;
        let long = "字".repeat(20_001);

        let outside = desk.save_draft(&desk.outsider().await, ticket, kind, "x", None).await;
        let looking = desk.save_draft(&desk.observer().await, ticket, kind, "x", None).await;
        let customer = desk.save_draft(&desk.customer(), ticket, kind, "x", None).await;
        let long = desk.save_draft(&desk.agent().await, ticket, kind, &long, None).await;

        assert!(matches!(outside, Err(DeskError::NotFound)));
        assert!(matches!(looking, Err(DeskError::Forbidden)));
        assert!(matches!(customer, Err(DeskError::NotFound)));
        let Err(DeskError::Invalid(flaws)) = long else { panic!("it was kept") };
        assert_eq!(flaws.of("body"), Some(&Flaw::TooLong { max: 20_000 }));
    })
    .await;
}

#[tokio::test]
async fn who_is_at_a_ticket_is_seen_for_thirty_seconds() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (agent, colleague) = (desk.agent().await, desk.colleague().await);

        desk.attend(&agent, ticket, true).await.unwrap();
        let seen = desk.attend(&colleague, ticket, false).await.unwrap();
        desk.clock.pass(Span::seconds(31));
        let later = desk.attend(&colleague, ticket, false).await.unwrap();

        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].name.as_str(), seen[0].writing), ("张琪", true));
        assert!(later.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_is_gone_at_once_and_outsiders_see_nobody() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let (agent, colleague) = (desk.agent().await, desk.colleague().await);
        desk.attend(&agent, ticket, true).await.unwrap();

        desk.leave(&agent, ticket).await.unwrap();

        assert!(desk.attend(&colleague, ticket, false).await.unwrap().is_empty());
        let outside = desk.attend(&desk.outsider().await, ticket, false).await;
        assert!(matches!(outside, Err(DeskError::NotFound)));
    })
    .await;
}
