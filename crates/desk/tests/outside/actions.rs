//! Asking the shop to do something: whatever goes wrong, it is done once or a person hears of it.

use std::time::Duration;

use desk::DeskError;
use domain::connector::OperationKey;
use domain::event::What;
use domain::outbox::{OutboxState, Trouble};
use domain::task::TaskState;
use serde_json::json;
use testkit::{Shop, both};

use crate::support::{
    declare, happened, make_all_calls, only_item, question, refund, shop, ticket_in_hand, waited,
};

#[tokio::test]
async fn j_02_a_refund_is_done_once_and_its_reference_is_kept() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;

        desk.run_action(&desk.agent().await, ticket, refund("20.00"), None).await.unwrap();
        let promised = only_item(&desk, ticket).await;
        make_all_calls(&desk).await;

        let (item, effects) = (only_item(&desk, ticket).await, shop.effects().await);
        let (task, after) = waited(&desk, ticket).await;
        assert_eq!(promised.state, OutboxState::Queued);
        assert_eq!((item.state, item.tries), (OutboxState::Confirmed, 1));
        assert_eq!(effects.len(), 1);
        assert_eq!(item.reference.as_ref(), Some(&effects[0].reference));
        assert_eq!(effects[0].key, item.key);
        assert_eq!(effects[0].request["order"], "884203117715");
        assert_eq!((task.state, after.len()), (TaskState::Done, 0));
    })
    .await;
}

#[tokio::test]
async fn d_11_a_refusal_makes_one_new_task_with_the_reason() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;

        desk.run_action(&desk.agent().await, ticket, refund("99999.00"), None).await.unwrap();
        make_all_calls(&desk).await;

        let (item, (task, after)) = (only_item(&desk, ticket).await, waited(&desk, ticket).await);
        assert_eq!((item.state, item.tries, item.reference), (OutboxState::Refused, 1, None));
        assert_eq!(task.state, TaskState::Failed);
        assert_eq!(after.len(), 1);
        assert_eq!(question(&after[0]), "优选商城 · 退款: 退款金额超过实付金额");
        assert_eq!(after[0].handler, Some(desk.cast.agent));
        assert!(after[0].is_actionable());
        assert_eq!(shop.effects().await, []);
    })
    .await;
}

/// Every way an answer can fail to come, and what the shop has done by then.
#[tokio::test]
async fn whatever_goes_wrong_on_the_way_is_asked_again_with_the_same_key() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        for how in ["hang", "garbage", "fail", "drop"] {
            let before = shop.effects().await.len();
            let ticket = ticket_in_hand(&desk).await;
            shop.script("refunds", json!({ "how": how }), 2).await;

            desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();
            make_all_calls(&desk).await;

            let (item, effects) = (only_item(&desk, ticket).await, shop.effects().await);
            assert_eq!((item.state, item.tries), (OutboxState::Confirmed, 3), "{how}");
            assert_eq!(effects.len(), before + 1, "{how}");
            assert_eq!((&effects[before].key, effects[before].asked), (&item.key, 3), "{how}");
            assert_eq!(waited(&desk, ticket).await.1, [], "{how}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_nobody_can_say_is_for_a_person_to_find_out() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        shop.script("refunds", json!({ "how": "drop" }), 3).await;

        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();
        make_all_calls(&desk).await;

        let (item, (task, after)) = (only_item(&desk, ticket).await, waited(&desk, ticket).await);
        assert_eq!((item.state, item.reference), (OutboxState::Unknown, None));
        assert_eq!((task.state, after.len()), (TaskState::Failed, 1));
        assert_eq!(question(&after[0]), "优选商城 · 退款: cut_off");
        assert!(matches!(
            happened(&desk, ticket).await.iter().find(|what| what.kind().starts_with("external")),
            Some(What::ExternalActionUnknown { trouble: Trouble::CutOff, .. })
        ));
        // The shop did do it; the ticket does not claim so, and no second one was made.
        assert_eq!(shop.effects().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_process_that_dies_between_asking_and_hearing_leaves_no_second_effect() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        shop.script("refunds", json!({ "how": "late", "ms": 1_000 }), 1).await;
        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();

        // It dies while the shop takes its time over an answer.
        let dying = tokio::time::timeout(Duration::from_millis(500), desk.make_next_call()).await;
        let (left, done) = (only_item(&desk, ticket).await, shop.effects().await);
        // Nobody else touches it before its lease is over; then it is asked again.
        let held = desk.make_next_call().await.unwrap();
        make_all_calls(&desk).await;

        let (item, effects) = (only_item(&desk, ticket).await, shop.effects().await);
        assert!(dying.is_err());
        assert_eq!((left.state, done.len()), (OutboxState::Sent, 1));
        assert!(!held);
        assert_eq!((item.state, item.tries), (OutboxState::Confirmed, 2));
        assert_eq!((effects.len(), effects[0].asked), (1, 2));
        assert_eq!(item.reference.as_ref(), Some(&effects[0].reference));
        assert_eq!(waited(&desk, ticket).await.1, []);
    })
    .await;
}

#[tokio::test]
async fn a_process_that_dies_at_every_last_try_ends_in_a_persons_hands() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        shop.script("refunds", json!({ "how": "late", "ms": 1_000 }), 3).await;
        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();

        for _ in 0..3 {
            let dying = tokio::time::timeout(Duration::from_millis(300), desk.make_next_call());
            assert!(dying.await.is_err());
            desk.clock.pass(domain::time::Span::minutes(1));
        }
        make_all_calls(&desk).await;

        let (item, (_, after)) = (only_item(&desk, ticket).await, waited(&desk, ticket).await);
        assert_eq!((item.state, item.tries), (OutboxState::Unknown, 3));
        assert_eq!(after.len(), 1);
        assert_eq!(shop.effects().await.len(), 1);
    })
    .await;
}

/// Another process took over while the first still waited: one effect, one follow-up, one story.
#[tokio::test]
async fn two_that_ask_at_once_settle_it_once() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let second = desk.second_desk().await;
        let ticket = ticket_in_hand(&desk).await;
        shop.script("refunds", json!({ "how": "late", "ms": 1_000 }), 1).await;
        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();

        let slow = Box::pin(desk.make_next_call());
        let quick = async {
            tokio::time::sleep(Duration::from_millis(400)).await;
            desk.clock.pass(domain::time::Span::minutes(1));
            Box::pin(second.make_next_call()).await
        };
        let (slow, quick) = tokio::join!(slow, quick);

        let confirmed = |what: &&What| matches!(what, What::ExternalActionConfirmed { .. });
        assert!(slow.unwrap() && quick.unwrap());
        assert_eq!(only_item(&desk, ticket).await.state, OutboxState::Confirmed);
        assert_eq!(happened(&desk, ticket).await.iter().filter(confirmed).count(), 1);
        assert_eq!(shop.effects().await.len(), 1);
        assert_eq!(waited(&desk, ticket).await.1, []);
        second.shut();
    })
    .await;
}

#[tokio::test]
async fn asking_twice_with_one_key_or_while_it_is_under_way_asks_once() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let (agent, ticket) = (desk.agent().await, ticket_in_hand(&desk).await);
        let key = || Some("tap".to_owned());

        desk.run_action(&agent, ticket, refund("1.00"), key()).await.unwrap();
        desk.run_action(&agent, ticket, refund("1.00"), key()).await.unwrap();
        let other = desk.run_action(&agent, ticket, refund("2.00"), key()).await;
        let hurried = desk.run_action(&agent, ticket, refund("1.00"), None).await;
        make_all_calls(&desk).await;

        assert!(matches!(other, Err(DeskError::KeyReused)));
        assert!(matches!(hurried, Err(DeskError::NotNow("queued"))));
        assert_eq!(shop.effects().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_the_ticket_does_not_know_comes_back_as_a_task_and_was_never_sent() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        let mut errand = refund("");
        errand.with = domain::template::Particulars::default();

        desk.run_action(&desk.agent().await, ticket, errand, None).await.unwrap();
        make_all_calls(&desk).await;

        let (item, (_, after)) = (only_item(&desk, ticket).await, waited(&desk, ticket).await);
        assert_eq!((item.state, item.tries), (OutboxState::Refused, 0));
        assert_eq!(question(&after[0]), "优选商城 · 退款: incomplete: amount");
        assert_eq!(shop.effects().await, []);
    })
    .await;
}

#[tokio::test]
async fn j_08_nothing_leaves_for_a_host_that_is_not_named() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();
        // Nobody can declare this; so somebody was at the database.
        let mut bent = shop.connector();
        bent.hosts = vec!["shop.example.com".into()];
        let mut tx = desk.store().begin().await.unwrap();
        store::connectors::keep(&mut tx, &bent, desk.now()).await.unwrap();
        tx.commit().await.unwrap();

        make_all_calls(&desk).await;

        let item = only_item(&desk, ticket).await;
        assert_eq!(
            (item.state, item.reason.as_deref()),
            (OutboxState::Refused, Some("not_allowed"))
        );
        assert_eq!(shop.effects().await, []);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_secret_is_refused_by_the_shop_and_comes_back_as_a_task() {
    both(|desk| async move {
        let shop = Shop::open().await;
        let wrong = Some("not the secret".to_owned());
        desk.declare_connector(&desk.admin().await, shop.connector(), wrong).await.unwrap();
        let ticket = ticket_in_hand(&desk).await;

        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();
        make_all_calls(&desk).await;

        let (item, (_, after)) = (only_item(&desk, ticket).await, waited(&desk, ticket).await);
        assert_eq!(
            (item.state, item.reason.as_deref()),
            (OutboxState::Refused, Some("签名不正确"))
        );
        assert_eq!(after.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_shop_that_is_away_is_waited_for() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        desk.run_action(&desk.agent().await, ticket, refund("1.00"), None).await.unwrap();
        drop(shop);
        assert!(desk.make_next_call().await.unwrap());
        let meanwhile = only_item(&desk, ticket).await;

        let again = Shop::open().await;
        declare(&desk, &again).await;
        make_all_calls(&desk).await;

        assert_eq!(meanwhile.state, OutboxState::Queued);
        // A connection that was kept open may notice only when it is used again.
        let reason = meanwhile.reason.as_deref();
        assert!(matches!(reason, Some("unreachable" | "cut_off")), "{reason:?}");
        assert_eq!(only_item(&desk, ticket).await.state, OutboxState::Confirmed);
        assert_eq!(again.effects().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn p_02_who_may_not_handle_a_ticket_may_not_act_for_it() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;

        let observer = desk.run_action(&desk.observer().await, ticket, refund("1.00"), None).await;
        let outsider = desk.run_action(&desk.outsider().await, ticket, refund("1.00"), None).await;
        let customer = desk.run_action(&desk.customer(), ticket, refund("1.00"), None).await;
        make_all_calls(&desk).await;

        assert!(matches!(observer, Err(DeskError::Forbidden)));
        assert!(matches!(outsider, Err(DeskError::NotFound)));
        assert!(matches!(customer, Err(DeskError::Forbidden)));
        for stranger in [desk.outsider().await, desk.customer()] {
            let refused = desk.actions_of(&stranger, ticket).await;
            assert!(matches!(refused, Err(DeskError::NotFound)));
        }
        assert_eq!(shop.effects().await, []);
    })
    .await;
}

#[tokio::test]
async fn a_look_is_not_an_act_and_the_unknown_is_neither() {
    both(|desk| async move {
        let _shop = shop(&desk).await;
        let (agent, ticket) = (desk.agent().await, ticket_in_hand(&desk).await);
        let mut look = refund("1.00");
        look.operation = OperationKey::new("order");
        let mut unknown = refund("1.00");
        unknown.operation = OperationKey::new("explode");

        for errand in [look, unknown] {
            let refused = desk.run_action(&agent, ticket, errand, None).await;
            assert!(matches!(refused, Err(DeskError::Invalid(_))));
        }
    })
    .await;
}
