//! Declaring connectors.

use desk::DeskError;
use domain::actor::Actor;
use domain::business::Sight;
use domain::connector::{Connector, ConnectorKey, OperationKey};
use domain::invalid::Flaw;
use domain::outbox::{OutboxState, Trouble};
use domain::time::Span;
use testkit::{Shop, TestDesk, both};

use crate::support::{make_all_calls, refund, shop, ticket_in_hand};

const ORDER: &str = "884203117715";

/// The shop, by a door every desk has.
fn declared(base_url: &str) -> Connector {
    Connector { channel: None, ..desk::demo::shop::connector(base_url) }
}

#[tokio::test]
async fn j_09_only_administrators_declare_what_may_be_operated() {
    both(|desk| async move {
        let connector = declared("http://127.0.0.1:1");

        for actor in [desk.agent().await, desk.leader().await, desk.observer().await] {
            let refused = desk.declare_connector(&actor, connector.clone(), None).await;
            assert!(matches!(refused, Err(DeskError::Forbidden)));
            assert!(matches!(desk.connectors(&actor).await, Err(DeskError::Forbidden)));
        }
        for actor in [desk.customer(), Actor::Visitor] {
            let refused = desk.declare_connector(&actor, connector.clone(), None).await;
            assert!(matches!(refused, Err(DeskError::Forbidden)));
        }
        let admin = desk.admin().await;
        desk.declare_connector(&admin, connector.clone(), None).await.unwrap();
        assert_eq!(desk.connectors(&admin).await.unwrap()[0].connector, connector);
    })
    .await;
}

#[tokio::test]
async fn a_declaration_that_cannot_work_is_refused_with_everything_that_is_wrong() {
    both(|desk| async move {
        let mut connector = declared("http://elsewhere.example.com");
        connector.operations[0].path.0 = "orders".into();

        let refused = desk.declare_connector(&desk.admin().await, connector, None).await;

        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        let fields: Vec<_> = flaws.0.iter().map(|flaw| flaw.field.as_str()).collect();
        assert_eq!(fields, ["hosts", "operations.order.path"]);
    })
    .await;
}

#[tokio::test]
async fn a_secret_is_sealed_kept_when_none_is_said_and_shown_to_nobody() {
    both(|desk| async move {
        let (admin, connector) = (desk.admin().await, declared("http://127.0.0.1:1"));
        let secret = Some(Shop::SECRET.to_owned());
        desk.declare_connector(&admin, connector.clone(), secret).await.unwrap();

        desk.declare_connector(&admin, connector.clone(), None).await.unwrap();

        let mut tx = desk.store().read().await.unwrap();
        let kept = store::connectors::find(&mut tx, &connector.key).await.unwrap().unwrap();
        let sealed = kept.secret.unwrap();
        let plain = Shop::SECRET.as_bytes();
        assert!(!sealed.windows(plain.len()).any(|part| part == plain));
        assert!(desk.connectors(&admin).await.unwrap()[0].has_secret);
    })
    .await;
}

#[tokio::test]
async fn j_09_the_second_to_save_is_told_and_a_new_one_takes_nobodys_place() {
    both(|desk| async move {
        let (admin, connector) = (desk.admin().await, declared("http://127.0.0.1:1"));
        let save = |connector: Connector, seen| desk.save_connector(&admin, connector, None, seen);
        let first = save(connector.clone(), None).await.unwrap().declared;
        desk.clock.pass(Span::minutes(1));
        save(connector.clone(), Some(first.updated_at)).await.unwrap();

        let slower = save(connector.clone(), Some(first.updated_at)).await;
        let again = save(connector, None).await;

        assert!(matches!(slower, Err(DeskError::Conflict)));
        let Err(DeskError::Invalid(flaws)) = again else { panic!("{again:?}") };
        assert_eq!(flaws.of("key"), Some(&Flaw::Taken));
    })
    .await;
}

#[tokio::test]
async fn j_08_administrators_see_what_went_over_the_line() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let ticket = ticket_in_hand(&desk).await;
        desk.run_action(&desk.agent().await, ticket, refund("12.00"), None).await.unwrap();
        make_all_calls(&desk).await;

        let key = shop.connector().key;
        let page = desk.connector_page(&desk.admin().await, &key).await.unwrap();

        let call = &page.calls[0];
        assert_eq!((call.ticket, call.state), (ticket.number(), OutboxState::Confirmed));
        assert!(call.reference.is_some() && page.declared.has_secret);
        assert!(!format!("{page:?}").contains(Shop::SECRET));
    })
    .await;
}

async fn tried(desk: &TestDesk, operation: &str, number: &str) -> desk::Result<Sight> {
    let (shop, operation) = (ConnectorKey::new("shop"), OperationKey::new(operation));
    let trial = desk.try_connector(&desk.admin().await, &shop, &operation, number).await?;
    Ok(trial.sight)
}

#[tokio::test]
async fn j_08_a_connector_is_tried_with_what_changes_nothing() {
    both(|desk| async move {
        let shop = shop(&desk).await;

        let there = tried(&desk, "order", ORDER).await.unwrap();
        let not_there = tried(&desk, "order", "1").await.unwrap();
        let act = tried(&desk, "refund", ORDER).await;

        assert!(matches!(there, Sight::Seen(seen) if !seen.lines.is_empty()));
        assert!(matches!(not_there, Sight::Nothing { .. }));
        assert!(matches!(act, Err(DeskError::Invalid(flaws)) if flaws.of("operation").is_some()));
        assert!(shop.effects().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn j_08_a_trial_says_why_nothing_came_back() {
    both(|desk| async move {
        let nobody = declared("http://127.0.0.1:1");
        desk.declare_connector(&Actor::System, nobody, None).await.unwrap();

        let sight = tried(&desk, "order", ORDER).await.unwrap();

        assert_eq!(sight, Sight::NotReachable { trouble: Trouble::Unreachable });
    })
    .await;
}
