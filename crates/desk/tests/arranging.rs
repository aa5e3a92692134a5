//! Merging, splitting, linking and editing.

use desk::DeskError;
use domain::page::{Edit, EditField};
use domain::state::TicketState;
use domain::ticket::LinkKind;
use testkit::both;

fn edit(field: EditField, from: &str, to: &str) -> Edit {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Edit { field, from: some(from), to: some(to) }
}

#[tokio::test]
async fn a_merged_ticket_goes_on_in_the_other() {
    both(|desk| async move {
        let (one, two) = (desk.file_ticket().await, desk.file_ticket().await);
        let me = desk.agent().await;

        desk.merge(&me, two, one).await.unwrap();
        let merged = desk.ticket_page(&me, two).await.unwrap();
        let target = desk.ticket_page(&me, one).await.unwrap();

        assert_eq!(merged.ticket.state, TicketState::Merged);
        assert_eq!(merged.ticket.merged_into, Some(one));
        assert!(merged.tasks.is_empty());
        assert_eq!(target.ticket.state, TicketState::Submitted);
    })
    .await;
}

#[tokio::test]
async fn of_two_merges_in_opposite_directions_one_is_refused() {
    both(|desk| async move {
        let (one, two) = (desk.file_ticket().await, desk.file_ticket().await);
        let me = desk.agent().await;

        let (there, back) = tokio::join!(desk.merge(&me, one, two), desk.merge(&me, two, one));

        assert!(there.is_ok() != back.is_ok(), "{there:?} {back:?}");
    })
    .await;
}

#[tokio::test]
async fn a_second_matter_becomes_a_ticket_of_its_own() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
        let message = desk.ticket_page(&me, ticket).await.unwrap().newest_message.unwrap();

        let part = desk.split(&me, ticket, message, "发票没有收到".into()).await.unwrap();
        let page = desk.ticket_page(&me, part).await.unwrap();

        assert_eq!(page.ticket.subject.as_str(), "发票没有收到");
        assert_eq!(page.links.iter().map(|link| link.number.0).collect::<Vec<_>>(), [ticket]);
        assert_eq!(page.tasks.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_is_seen_from_both_sides_and_can_be_taken_back() {
    both(|desk| async move {
        let (one, two) = (desk.file_ticket().await, desk.file_ticket().await);
        let me = desk.agent().await;

        desk.link(&me, one, two, LinkKind::Duplicate).await.unwrap();
        let from = desk.ticket_page(&me, one).await.unwrap().links;
        let to = desk.ticket_page(&me, two).await.unwrap().links;
        desk.unlink(&me, one, two, LinkKind::Duplicate).await.unwrap();
        let after = desk.ticket_page(&me, one).await.unwrap().links;

        assert_eq!((from[0].inward, to[0].inward), (false, true));
        assert!(after.is_empty());
    })
    .await;
}

#[tokio::test]
async fn leap_12_two_people_change_different_things_at_once() {
    both(|desk| async move {
        let (ticket, me, other) =
            (desk.file_ticket().await, desk.agent().await, desk.colleague().await);
        let batch = EditField::Custom(desk.cast.batch_field);
        let mine = vec![edit(EditField::Urgency, "medium", "high")];
        let theirs = vec![edit(batch, "L2209", "L2210")];

        let (first, second) =
            tokio::join!(desk.edit(&me, ticket, mine), desk.edit(&other, ticket, theirs));
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        let filled = page.fields.iter().find(|it| it.field.id == desk.cast.batch_field).unwrap();

        assert!(first.unwrap().is_empty() && second.unwrap().is_empty());
        assert_eq!(page.ticket.urgency.as_str(), "high");
        assert_eq!(page.ticket.priority.as_str(), "high");
        assert_eq!(filled.value.as_ref().unwrap().to_text(), "L2210");
    })
    .await;
}

#[tokio::test]
async fn leap_12_the_same_thing_changed_twice_is_a_choice() {
    both(|desk| async move {
        let (ticket, me, other) =
            (desk.file_ticket().await, desk.agent().await, desk.colleague().await);
        let subject = desk.ticket_page(&me, ticket).await.unwrap().ticket.subject.to_string();

        let first = vec![edit(EditField::Subject, &subject, "假货,要求退一赔三")];
        desk.edit(&me, ticket, first).await.unwrap();
        let second = vec![edit(EditField::Subject, &subject, "疑似假货")];
        let conflicts = desk.edit(&other, ticket, second).await.unwrap();
        let now = desk.ticket_page(&me, ticket).await.unwrap().ticket.subject;

        assert_eq!(now.as_str(), "假货,要求退一赔三");
        assert_eq!(conflicts[0].theirs.as_deref(), Some("假货,要求退一赔三"));
        assert_eq!(conflicts[0].yours.as_deref(), Some("疑似假货"));
        assert_eq!(conflicts[0].by.as_deref(), Some("张琪"));
    })
    .await;
}

#[tokio::test]
async fn a_value_that_does_not_fit_its_field_is_refused_there() {
    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
        let order = EditField::Custom(desk.cast.order_field);

        let refused = desk.edit(&me, ticket, vec![edit(order, "884203117715", "")]).await;

        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        assert_eq!(flaws.0[0].field, format!("fields.{}", desk.cast.order_field));
    })
    .await;
}

/// Leap 12: fifty people at once lose nothing.
#[tokio::test]
async fn fifty_notes_at_once_are_fifty_notes() {
    use desk::{Say, Then};
    use domain::message::MessageKind;

    both(|desk| async move {
        let (ticket, me) = (desk.file_ticket().await, desk.agent().await);
        let notes = (0..50).map(|n| {
            let say = Say {
                kind: MessageKind::Note,
                body: format!("备注 {n}"),
                attachments: vec![],
                mentions: vec![],
                seen: None,
                then: Then::Nothing,
                idempotency_key: None,
            };
            desk.say(&me, ticket, say)
        });
        let said = futures::future::join_all(notes).await;
        let mut kept = 0;
        let mut before = None;
        loop {
            let page = desk.timeline(&me, ticket, before).await.unwrap();
            kept += page.entries.iter().filter(|it| it.what().kind() == "note_added").count();
            before = page.older;
            if before.is_none() {
                break;
            }
        }

        assert!(said.iter().all(Result::is_ok));
        assert_eq!(kept, 50);
    })
    .await;
}
