//! Reminding whoever has the ticket (D-15).

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::TicketId;
use domain::time::Span;
use store::attempts;

use crate::{Desk, DeskError, Result};

/// An urge is heard once an hour from each side; more would be noise.
pub(crate) const URGE_WINDOW: Span = Span::hours(1);

/// The customer's side, or the desk's.
pub(crate) fn urge_key(actor: &Actor, ticket: TicketId) -> String {
    let side = if actor.customer().is_some() { "customer" } else { "desk" };
    format!("urge:{ticket}:{side}")
}

impl Desk {
    /// Counted, visible, and heard at most once an hour from the same side.
    pub async fn urge(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Urge, &case)?;
        if !case.ticket.state.category().is_live() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        let key = urge_key(actor, ticket);
        let now = work.now;
        if let Some(again_at) = attempts::take(&mut work.tx, &key, URGE_WINDOW, 1, now).await? {
            return Err(DeskError::TooOften { again_at });
        }

        case.ticket.urges += 1;
        let count = case.ticket.urges;
        work.record(ticket, What::TicketUrged { count });
        work.save(case).await?;
        work.commit().await
    }
}
