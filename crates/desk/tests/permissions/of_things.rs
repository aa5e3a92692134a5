//! What can be done with what a ticket is about in other systems.

use desk::{Errand, Result};
use domain::actor::Actor;
use domain::business::RefKind;
use domain::connector::{Connector, ConnectorKey, OperationKey};
use domain::id::TicketId;
use domain::list::PageSize;
use domain::template::Particulars;
use testkit::TestDesk;

const REPAIR: &str = "WX01";

pub async fn attempt(desk: &TestDesk, who: &Actor, what: &str, ticket: TicketId) -> Result<()> {
    match what {
        "run_action" => desk.run_action(who, ticket, refund(), None).await,
        "actions_of" => desk.actions_of(who, ticket).await.map(drop),
        "possible_acts" => desk.possible_acts(who, ticket).await.map(drop),
        "add_reference" => desk.add_reference(who, ticket, RefKind::Repair, REPAIR).await,
        "remove_reference" => {
            desk.add_reference(&Actor::System, ticket, RefKind::Repair, REPAIR).await?;
            desk.remove_reference(who, ticket, RefKind::Repair, REPAIR).await
        }
        "references" => desk.references(who, ticket).await.map(drop),
        "things_now" => desk.things_now(who, ticket).await.map(drop),
        other => unreachable!("{other}"),
    }
}

/// Those about no ticket.
pub async fn attempt_at_large(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    let (key, limit) = (ConnectorKey::new("shop"), PageSize::default());
    desk.declare_connector(&Actor::System, nowhere(), None).await?;
    match what {
        "save_connector" => desk.save_connector(who, nowhere(), None, None).await.map(drop),
        "connector_page" => desk.connector_page(who, &key).await.map(drop),
        "connector_calls" => desk.connector_calls(who, &key, None, limit).await.map(drop),
        "connector_events" => desk.connector_events(who, &key, None, limit).await.map(drop),
        "try_connector" => {
            desk.try_connector(who, &key, &OperationKey::new("order"), REPAIR).await.map(drop)
        }
        "declare_connector" => desk.declare_connector(who, nowhere(), None).await,
        "connectors" => desk.connectors(who).await.map(drop),
        "look_up" => desk.look_up(who, RefKind::Repair, REPAIR).await.map(drop),
        other => unreachable!("{other}"),
    }
}

fn refund() -> Errand {
    Errand {
        connector: ConnectorKey::new("shop"),
        operation: OperationKey::new("refund"),
        with: Particulars::default(),
    }
}

/// A system nobody answers for, and of which nothing can be asked.
fn nowhere() -> Connector {
    let shop = desk::demo::shop::connector("http://127.0.0.1:1");
    Connector { channel: None, operations: vec![], ..shop }
}
