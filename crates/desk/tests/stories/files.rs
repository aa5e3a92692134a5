//! Files: taken in, and seen by those who may.

use bytes::Bytes;
use desk::{DeskError, Say, Then, Upload};
use domain::actor::Actor;
use domain::id::{AttachmentId, TicketId};
use domain::invalid::Flaw;
use domain::message::MessageKind;
use domain::time::Span;
use testkit::{TestDesk, both};

const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01";

async fn upload(desk: &TestDesk, actor: &Actor, content: &'static [u8]) -> desk::Result<Upload> {
    desk.upload(actor, "批号.JPG", Bytes::from_static(content)).await
}

#[tokio::test]
async fn a_file_is_what_it_contains_and_not_what_it_is_called() {
    both(|desk| async move {
        let uploaded = upload(&desk, &desk.agent().await, PHOTO).await.unwrap().attachment;

        assert_eq!(uploaded.media_type, "image/png");
        assert_eq!((uploaded.name.as_str(), uploaded.size), ("批号.JPG.png", 24));
    })
    .await;
}

#[tokio::test]
async fn pages_and_programs_are_refused() {
    both(|desk| async move {
        let page = upload(&desk, &desk.customer(), b"<html><script>x()</script>").await;
        let drawing = upload(&desk, &desk.customer(), b"<svg onload='x()'></svg>").await;
        let program = upload(&desk, &desk.customer(), b"\x7fELF\x02\x01\x01\0\0\0\0\0").await;
        let nothing = upload(&desk, &desk.customer(), b"").await;

        for refused in [page, drawing, program] {
            assert_eq!(flaw(&refused.unwrap_err()), Some(&Flaw::FileKind));
        }
        assert_eq!(flaw(&nothing.unwrap_err()), Some(&Flaw::Blank));
    })
    .await;
}

#[tokio::test]
async fn a_file_has_at_most_twenty_megabytes() {
    both(|desk| async move {
        let mut photo = PHOTO.to_vec();
        photo.resize(20 * 1024 * 1024 + 1, 0);

        let refused = desk.upload(&desk.customer(), "大.png", photo.into()).await.unwrap_err();

        assert_eq!(flaw(&refused), Some(&Flaw::FileTooLarge { max_mb: 20 }));
    })
    .await;
}

#[tokio::test]
async fn an_unsent_file_is_its_uploaders_alone() {
    both(|desk| async move {
        let mine = upload(&desk, &desk.customer(), PHOTO).await.unwrap().attachment.id;
        let nobodys = upload(&desk, &Actor::Visitor, PHOTO).await.unwrap();

        assert_eq!(desk.download(&desk.customer(), mine).await.unwrap().1, PHOTO);
        for other in [desk.other_customer(), desk.admin().await, Actor::Visitor] {
            let refused = desk.download(&other, mine).await;
            assert!(matches!(refused, Err(DeskError::NotFound)));
        }
        assert_eq!(nobodys.key.len(), 43);
        let refused = desk.download(&Actor::Visitor, nobodys.attachment.id).await;
        assert!(matches!(refused, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_nothing_uploads_nothing() {
    both(|desk| async move {
        let refused = upload(&desk, &desk.observer().await, PHOTO).await;

        assert!(matches!(refused, Err(DeskError::Forbidden)));
    })
    .await;
}

#[tokio::test]
async fn what_is_never_sent_is_thrown_away_after_two_days() {
    both(|desk| async move {
        let early = upload(&desk, &desk.customer(), PHOTO).await.unwrap().attachment.id;
        desk.clock.pass(Span::days(1));
        let late = upload(&desk, &desk.customer(), PHOTO).await.unwrap().attachment.id;
        desk.clock.pass(Span::hours(25));

        desk.tidy_up().await.unwrap();

        let early = desk.download(&desk.customer(), early).await;
        assert!(matches!(early, Err(DeskError::NotFound)));
        assert!(desk.download(&desk.customer(), late).await.is_ok());
    })
    .await;
}

async fn say_with_photo(desk: &TestDesk, ticket: TicketId, kind: MessageKind) -> AttachmentId {
    let agent = desk.agent().await;
    let photo = upload(desk, &agent, PHOTO).await.unwrap().attachment.id;
    let say = Say {
        kind,
        body: "见附件。".into(),
        attachments: vec![photo],
        mentions: vec![],
        seen: None,
        then: Then::Nothing,
        idempotency_key: None,
    };
    desk.say(&agent, ticket, say).await.unwrap();
    photo
}

#[tokio::test]
async fn a_file_is_read_by_whoever_reads_its_message() {
    both(|desk| async move {
        let ticket = desk.file_ticket().await;
        let shown = say_with_photo(&desk, ticket, MessageKind::PublicReply).await;
        let inside = say_with_photo(&desk, ticket, MessageKind::Note).await;
        let link = Actor::Link { ticket, customer: desk.cast.customer };

        for actor in [desk.customer(), link.clone(), desk.colleague().await] {
            assert!(desk.download(&actor, shown).await.is_ok());
        }
        for actor in [desk.customer(), link] {
            assert!(matches!(desk.download(&actor, inside).await, Err(DeskError::NotFound)));
        }
        assert!(desk.download(&desk.colleague().await, inside).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn nobody_reads_the_files_of_others_tickets() {
    both(|desk| async move {
        let (ticket, elsewhere) = (desk.file_ticket().await, desk.file_elsewhere().await);
        let shown = say_with_photo(&desk, ticket, MessageKind::PublicReply).await;
        let other_link = Actor::Link { ticket: elsewhere, customer: desk.cast.other_customer };

        for actor in [desk.other_customer(), desk.outsider().await, other_link, Actor::Visitor] {
            assert!(matches!(desk.download(&actor, shown).await, Err(DeskError::NotFound)));
        }
    })
    .await;
}

fn flaw(error: &DeskError) -> Option<&Flaw> {
    match error {
        DeskError::Invalid(flaws) => flaws.of("file"),
        _ => None,
    }
}
