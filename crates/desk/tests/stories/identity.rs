//! Whether whoever asks is who they say.

use desk::{Completion, DeskError};
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Evidence, Flow, Step};
use domain::identity::{IdentityMethod, IdentityResult};
use domain::invalid::Flaw;
use domain::state::TicketState;
use domain::time::Span;
use testkit::{TestDesk, both};

use crate::flowing::run;

/// One step, which asks for the check: whoever passes it is served at once.
fn at_once() -> Flow {
    let mut step = Step::new("serve", "核实并办结", StepKind::Work, OwnerRule::Queue).then_end();
    step.evidence = vec![Evidence::Identity];
    Flow { steps: vec![step], strict: true, reopen_at: None }
}

async fn finish(desk: &TestDesk) -> desk::Result<()> {
    let me = desk.agent().await;
    let rows = [crate::flowing::mine(desk, &me).await, desk.queue_of(&me).await].concat();
    desk.complete(&me, rows[0].id, Completion::default()).await.map(drop)
}

#[tokio::test]
async fn p_06_a_step_that_asks_for_the_check_is_done_once_it_is_passed() {
    both(|desk| async move {
        run(&desk, at_once()).await;
        let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
        let method = IdentityMethod::IdLastFour;

        let before = finish(&desk).await.unwrap_err();
        desk.check_identity(&me, ticket, method, IdentityResult::Failed).await.unwrap();
        let failed = finish(&desk).await.unwrap_err();
        desk.check_identity(&me, ticket, method, IdentityResult::Passed).await.unwrap();
        let known = desk.ticket_page(&me, ticket).await.unwrap().identity.unwrap();
        finish(&desk).await.unwrap();

        for refused in [before, failed] {
            let DeskError::Invalid(flaws) = refused else { panic!("{refused}") };
            assert_eq!((flaws.0[0].field.as_str(), &flaws.0[0].flaw), ("identity", &Flaw::Blank));
        }
        assert_eq!((known.method, known.by.as_deref()), (method, Some("张琪")));
        let page = desk.ticket_page(&me, ticket).await.unwrap();
        assert_eq!(page.ticket.state, TicketState::Resolved, "by the first who had it");
    })
    .await;
}

#[tokio::test]
async fn p_06_yesterdays_check_counts_no_more() {
    both(|desk| async move {
        run(&desk, at_once()).await;
        let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
        let (method, passed) = (IdentityMethod::CallBack, IdentityResult::Passed);

        desk.check_identity(&me, ticket, method, passed).await.unwrap();
        desk.clock.pass(Span::days(1));

        assert!(matches!(finish(&desk).await, Err(DeskError::Invalid(_))));
    })
    .await;
}

#[tokio::test]
async fn p_06_only_who_speaks_with_the_customer_checks_and_only_while_it_lives() {
    both(|desk| async move {
        let (me, ticket) = (desk.agent().await, desk.file_ticket().await);
        let (method, passed) = (IdentityMethod::PhoneCode, IdentityResult::Passed);

        let observer = desk.check_identity(&desk.observer().await, ticket, method, passed).await;
        let customer = desk.check_identity(&desk.customer(), ticket, method, passed).await;
        let code = domain::ticket::ResolutionCode::Solved;
        desk.resolve(&me, ticket, code, None).await.unwrap();
        let late = desk.check_identity(&me, ticket, method, passed).await;

        assert!(matches!(observer, Err(DeskError::Forbidden)));
        assert!(matches!(customer, Err(DeskError::NotFound)));
        assert!(matches!(late, Err(DeskError::NotNow(_))));
    })
    .await;
}
