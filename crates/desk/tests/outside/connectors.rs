//! Declaring connectors.

use desk::DeskError;
use domain::actor::Actor;
use domain::connector::Connector;
use testkit::{Shop, both};

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
