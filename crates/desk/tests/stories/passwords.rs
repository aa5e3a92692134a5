//! Changing a password, and getting a new one.

use desk::DeskError;
use domain::actor::Actor;
use domain::time::Span;
use testkit::cast::PHONE;
use testkit::{PASSWORD, both};

const HERE: &str = "203.0.113.7";
const NEW: &str = "houtian-jian";

#[tokio::test]
async fn a_new_password_ends_every_older_session() {
    both(|desk| async move {
        let phone = desk.sign_in_customer(PHONE, PASSWORD, HERE).await.unwrap();
        let tablet = desk.sign_in_customer(PHONE, PASSWORD, HERE).await.unwrap();

        let renewed = desk.change_password(&desk.customer(), PASSWORD, NEW).await.unwrap();

        assert_eq!(desk.session(&phone.token).await.unwrap(), Actor::Visitor);
        assert_eq!(desk.session(&tablet.token).await.unwrap(), Actor::Visitor);
        assert_eq!(desk.session(&renewed.token).await.unwrap(), desk.customer());
        assert!(desk.sign_in_customer(PHONE, PASSWORD, HERE).await.is_err());
        assert!(desk.sign_in_customer(PHONE, NEW, HERE).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn the_old_password_is_asked_for() {
    both(|desk| async move {
        let agent = desk.agent().await;

        let refused = desk.change_password(&agent, "dakai-damen", NEW).await;

        assert!(matches!(refused, Err(DeskError::Forbidden)));
        assert!(desk.sign_in_agent("zhangqi", PASSWORD, HERE).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn guessing_the_old_password_has_an_end() {
    both(|desk| async move {
        let agent = desk.agent().await;
        for _ in 0..10 {
            let refused = desk.change_password(&agent, "dakai-damen", NEW).await;
            assert!(matches!(refused, Err(DeskError::Forbidden)));
        }

        let right = desk.change_password(&agent, PASSWORD, NEW).await;

        assert!(matches!(right, Err(DeskError::TooOften { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_code_opens_the_account_once() {
    both(|desk| async move {
        let before = desk.sign_in_customer(PHONE, PASSWORD, HERE).await.unwrap();
        desk.request_reset("138 1234 5521", HERE).await.unwrap();
        let code = desk.mailbox.code();

        let signed_in = desk.reset_password(&code.to_lowercase(), NEW).await.unwrap();
        let again = desk.reset_password(&code, "dakai-damen").await;

        assert_eq!(desk.mailbox.letters()[0].to, PHONE);
        assert_eq!(desk.session(&signed_in.token).await.unwrap(), desk.customer());
        assert_eq!(desk.session(&before.token).await.unwrap(), Actor::Visitor);
        assert!(matches!(again, Err(DeskError::NotFound)));
        assert!(desk.sign_in_customer(PHONE, NEW, HERE).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_code_is_worth_nothing_after_a_quarter_of_an_hour_or_once_there_is_a_newer_one() {
    both(|desk| async move {
        desk.request_reset(PHONE, HERE).await.unwrap();
        let first = desk.mailbox.code();
        desk.request_reset(PHONE, HERE).await.unwrap();
        let second = desk.mailbox.code();

        let with_first = desk.reset_password(&first, NEW).await;
        desk.clock.pass(Span::minutes(15));
        let too_late = desk.reset_password(&second, NEW).await;

        assert!(matches!(with_first, Err(DeskError::NotFound)));
        assert!(matches!(too_late, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn an_unknown_contact_is_answered_like_a_known_one() {
    both(|desk| async move {
        desk.request_reset("13600000000", HERE).await.unwrap();
        desk.request_reset("nobody@example.com", HERE).await.unwrap();
        desk.request_reset("", HERE).await.unwrap();

        assert_eq!(desk.mailbox.letters(), []);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_flooded_with_codes() {
    both(|desk| async move {
        for n in 0..10 {
            desk.request_reset(PHONE, &format!("198.51.100.{n}")).await.unwrap();
        }

        let refused = desk.request_reset(PHONE, HERE).await;

        assert!(matches!(refused, Err(DeskError::TooOften { .. })));
        assert_eq!(desk.mailbox.letters().len(), 10);
    })
    .await;
}
