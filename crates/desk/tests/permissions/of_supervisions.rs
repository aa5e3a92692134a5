//! What can be done with a supervision an administrator has laid over a ticket.

use desk::{NewSupervision, Result};
use domain::actor::Actor;
use domain::id::{SupervisionId, TicketId};
use domain::supervision::ReportKind;
use domain::time::Span;
use testkit::TestDesk;

pub async fn attempt(desk: &TestDesk, who: &Actor, what: &str, ticket: TicketId) -> Result<()> {
    let id = laid(desk, ticket).await;
    match what {
        "supervision" => desk.supervision(who, id).await.map(drop),
        "acknowledge_supervision" => desk.acknowledge_supervision(who, id).await,
        "report_on_supervision" => {
            desk.report_on_supervision(who, id, ReportKind::Progress, "正在办".into()).await
        }
        "lift_supervision" => desk.lift_supervision(who, id, None).await,
        other => unreachable!("{other}"),
    }
}

pub fn order(desk: &TestDesk, tickets: Vec<TicketId>) -> NewSupervision {
    NewSupervision {
        tickets,
        department: None,
        requirement: "限期解决".into(),
        deadline: desk.now() + Span::hours(4),
        report_every: None,
    }
}

async fn laid(desk: &TestDesk, ticket: TicketId) -> SupervisionId {
    let issued = desk.supervise(&desk.admin().await, order(desk, vec![ticket])).await;
    issued.unwrap().supervisions[0]
}
