//! Finding out whether whoever asks is who they say (P-06).

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::TicketId;
use domain::identity::{IdentityMethod, IdentityResult};
use store::identity_checks::{self, NewCheck};

use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Keeps how it was checked and how that went. Whoever speaks with the customer checks; the
    /// newest check is the one that counts.
    pub async fn check_identity(
        &self,
        actor: &Actor,
        ticket: TicketId,
        method: IdentityMethod,
        result: IdentityResult,
    ) -> Result<()> {
        let by = actor.agent().ok_or(DeskError::NotFound)?.id;
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        work.allow(Permission::Reply, &case)?;
        if !case.ticket.state.category().is_live() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }

        let (by, at) = (Some(by), work.now);
        identity_checks::insert(&mut work.tx, NewCheck { ticket, method, result, by, at }).await?;
        work.record(ticket, What::IdentityChecked { method, result });
        work.save(case).await?;
        work.commit().await
    }
}

impl Work<'_> {
    /// The newest check was passed, and still stands.
    pub(crate) async fn is_verified(&mut self, case: &Case) -> Result<bool> {
        let newest = identity_checks::newest(&mut self.tx, case.ticket.id).await?;
        Ok(newest.is_some_and(|check| check.stands(self.now)))
    }
}
