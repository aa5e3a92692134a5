//! A ticket as one file (复盘包): looked at here, or taken along for somebody (leap 6).

mod confirmations;
mod gathering;
mod histories;
mod works;

use domain::actor::{Actor, Permission, TakesPart};
use domain::case_file::{Audience, CaseFile};
use domain::event::What;
use domain::id::TicketId;
use domain::ticket::Ticket;

use crate::error::allow;
use crate::pages::readable;
use crate::{Desk, DeskError, Result};

impl Desk {
    /// What this audience would get.
    pub async fn case_file(
        &self,
        actor: &Actor,
        ticket: TicketId,
        audience: Audience,
    ) -> Result<CaseFile> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        let (ticket, takes_part) = readable(&mut tx, actor, ticket).await?;
        allow(may_have(actor, &ticket, takes_part, audience))?;
        let whole = gathering::all(&mut tx, actor, &ticket, self.clock.now()).await?;
        Ok(whole.redacted_for(audience))
    }

    /// The same, to be printed or sent: that it left the desk, by whom and for whom, is recorded.
    pub async fn take_case_file(
        &self,
        actor: &Actor,
        ticket: TicketId,
        audience: Audience,
    ) -> Result<CaseFile> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        allow(may_have(actor, &case.ticket, case.takes_part, audience))?;

        let now = work.now;
        let whole = gathering::all(&mut work.tx, actor, &case.ticket, now).await?;
        work.record(ticket, What::CaseFileTaken { audience });
        work.commit().await?;
        Ok(whole.redacted_for(audience))
    }
}

/// Whoever may read the ticket has its file; what goes outside goes by those who may speak to the
/// outside.
fn may_have(actor: &Actor, ticket: &Ticket, takes_part: TakesPart, audience: Audience) -> bool {
    let whose = ticket.whose(takes_part);
    !audience.is_outside() || actor.may(Permission::Reply, &whose)
}
