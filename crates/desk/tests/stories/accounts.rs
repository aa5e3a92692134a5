//! Signing in, registering, and who somebody is then.

use desk::{DeskError, NewCustomer};
use domain::actor::{Actor, Permission, Scope};
use domain::invalid::Flaw;
use domain::time::Span;
use testkit::cast::{OTHER_PHONE, PHONE};
use testkit::{PASSWORD, TestDesk, agent_of, both};

const HERE: &str = "203.0.113.7";

fn xiaomei() -> NewCustomer {
    NewCustomer {
        name: "周晓梅".into(),
        phone: Some("137 0000 1234".into()),
        email: Some("Xiaomei@example.com".into()),
        password: "jintian-tianqi".into(),
    }
}

#[tokio::test]
async fn an_agent_signs_in_and_is_who_they_are() {
    both(|desk| async move {
        let signed_in = desk.sign_in_agent(" ZhangQi ", PASSWORD, HERE).await.unwrap();

        let actor = desk.session(&signed_in.token).await.unwrap();

        assert_eq!(actor, desk.agent().await);
        assert_eq!(agent_of(&actor).groups, [desk.cast.group]);
        assert!(agent_of(&actor).departments.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_leader_answers_for_the_department_and_all_below_it() {
    both(|desk| async move {
        let above = desk.cast.centre;
        let leader = desk.cast.leader;

        let before = desk.leader().await;
        desk.appoint(&Actor::System, above, leader).await.unwrap();
        let after = desk.leader().await;

        assert_eq!(agent_of(&before).departments, [desk.cast.after_sales]);
        assert_eq!(
            agent_of(&after).departments,
            [above, desk.cast.after_sales, desk.cast.complaints]
        );
        assert_eq!(agent_of(&after).grants.scope(Permission::ReadTickets), Some(Scope::Department));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_one_answer() {
    both(|desk| async move {
        let wrong_password = desk.sign_in_agent("zhangqi", "dakai-damen", HERE).await;
        let wrong_name = desk.sign_in_agent("nobody", PASSWORD, HERE).await;
        let a_customers = desk.sign_in_agent(PHONE, PASSWORD, HERE).await;

        assert!(matches!(wrong_password, Err(DeskError::Forbidden)));
        assert!(matches!(wrong_name, Err(DeskError::Forbidden)));
        assert!(matches!(a_customers, Err(DeskError::Forbidden)));
    })
    .await;
}

#[tokio::test]
async fn after_ten_failures_even_the_right_password_waits_a_quarter_of_an_hour() {
    both(|desk| async move {
        for n in 0..10 {
            let from = format!("198.51.100.{n}");
            let failed = desk.sign_in_agent("zhangqi", "dakai-damen", &from).await;
            assert!(matches!(failed, Err(DeskError::Forbidden)));
        }

        let right = desk.sign_in_agent("zhangqi", PASSWORD, HERE).await;
        let colleague = desk.sign_in_agent("liuyang", PASSWORD, HERE).await;
        desk.clock.pass(Span::minutes(15));
        let later = desk.sign_in_agent("zhangqi", PASSWORD, HERE).await;

        assert!(matches!(right, Err(DeskError::TooOften { .. })));
        assert!(colleague.is_ok());
        assert!(later.is_ok());
    })
    .await;
}

#[tokio::test]
async fn one_address_cannot_try_one_password_on_everybody() {
    both(|desk| async move {
        for n in 0..10 {
            let failed = desk.sign_in_agent(&format!("agent{n}"), PASSWORD, HERE).await;
            assert!(matches!(failed, Err(DeskError::Forbidden)));
        }

        let refused = desk.sign_in_customer(PHONE, PASSWORD, HERE).await;
        let from_elsewhere = desk.sign_in_customer(PHONE, PASSWORD, "198.51.100.1").await;

        assert!(matches!(refused, Err(DeskError::TooOften { .. })));
        assert!(from_elsewhere.is_ok());
    })
    .await;
}

#[tokio::test]
async fn signing_in_rightly_costs_nothing() {
    both(|desk| async move {
        for _ in 0..12 {
            desk.sign_in_agent("zhangqi", PASSWORD, HERE).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_by_itself_and_by_signing_out() {
    both(|desk| async move {
        let short = desk.sign_in_agent("zhangqi", PASSWORD, HERE).await.unwrap();
        let ended = desk.sign_in_agent("zhangqi", PASSWORD, HERE).await.unwrap();
        let long = desk.sign_in_customer(PHONE, PASSWORD, HERE).await.unwrap();

        desk.sign_out(&ended.token).await.unwrap();
        assert_eq!(desk.session(&ended.token).await.unwrap(), Actor::Visitor);
        desk.clock.pass(Span::hours(12));

        assert_eq!(desk.session(&short.token).await.unwrap(), Actor::Visitor);
        assert_eq!(desk.session(&long.token).await.unwrap(), desk.customer());
        assert_eq!(desk.session("made-up").await.unwrap(), Actor::Visitor);
    })
    .await;
}

#[tokio::test]
async fn a_customer_registers_and_signs_in_by_phone_or_by_mail() {
    both(|desk| async move {
        let signed_in = desk.register_customer(xiaomei(), HERE).await.unwrap();
        let me = desk.session(&signed_in.token).await.unwrap();

        let by_phone = desk.sign_in_customer("+86 137-0000-1234", "jintian-tianqi", HERE).await;
        let by_mail = desk.sign_in_customer("xiaomei@example.com", "jintian-tianqi", HERE).await;

        for signed_in in [by_phone.unwrap(), by_mail.unwrap()] {
            assert_eq!(desk.session(&signed_in.token).await.unwrap(), me);
        }
        assert_eq!(desk.my_profile(&me).await.unwrap().name, "周晓梅");
    })
    .await;
}

#[tokio::test]
async fn a_registered_contact_is_taken() {
    both(|desk| async move {
        let twin = NewCustomer { phone: Some(OTHER_PHONE.into()), ..xiaomei() };

        let refused = desk.register_customer(twin, HERE).await.unwrap_err();

        assert_eq!(flaw(&refused, "phone"), Some(&Flaw::Taken));
    })
    .await;
}

#[tokio::test]
async fn every_flaw_of_a_registration_is_told_at_once() {
    both(|desk| async move {
        let new = NewCustomer {
            name: " ".into(),
            phone: Some("12".into()),
            email: Some("at home".into()),
            password: "kurz".into(),
        };

        let refused = desk.register_customer(new, HERE).await.unwrap_err();

        assert_eq!(flaw(&refused, "name"), Some(&Flaw::Blank));
        assert_eq!(flaw(&refused, "phone"), Some(&Flaw::NotAPhone));
        assert_eq!(flaw(&refused, "email"), Some(&Flaw::NotAnEmail));
        assert_eq!(flaw(&refused, "password"), Some(&Flaw::TooShort { min: 8 }));
    })
    .await;
}

#[tokio::test]
async fn somebody_without_a_session_has_no_page_of_their_own() {
    both(|desk| async move {
        let agent = desk.agent().await;

        assert!(matches!(desk.me(&Actor::Visitor).await, Err(DeskError::SignedOut)));
        assert!(matches!(desk.me(&desk.customer()).await, Err(DeskError::SignedOut)));
        assert!(matches!(desk.my_profile(&agent).await, Err(DeskError::SignedOut)));
    })
    .await;
}

#[tokio::test]
async fn an_agent_says_whether_they_take_work() {
    both(|desk| async move {
        let agent = desk.agent().await;

        desk.set_available(&agent, false).await.unwrap();

        let me = desk.me(&agent).await.unwrap();
        assert!(!me.available);
        assert_eq!((me.login.as_str(), me.groups[0].name.as_str()), ("zhangqi", "售后一组"));
        assert!(me.permissions.contains(&Permission::Resolve));
        assert!(!me.permissions.contains(&Permission::Administer));
    })
    .await;
}

#[tokio::test]
async fn a_second_process_knows_the_same_people_and_the_same_secret() {
    both(|desk: TestDesk| async move {
        let second = desk.second_desk().await;
        let signed_in = desk.sign_in_agent("zhangqi", PASSWORD, HERE).await.unwrap();

        assert_eq!(second.session(&signed_in.token).await.unwrap(), desk.agent().await);
    })
    .await;
}

fn flaw<'a>(error: &'a DeskError, field: &str) -> Option<&'a Flaw> {
    match error {
        DeskError::Invalid(flaws) => flaws.of(field),
        _ => None,
    }
}
