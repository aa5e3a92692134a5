//! How it ends: the issuer lifts it 办结, a superior, or an administrator. The supervised side
//! never can, and cannot close what is supervised either.

use domain::actor::Actor;
use domain::event::{By, What};
use domain::id::SupervisionId;
use domain::state::StateCategory;
use domain::supervision::SupervisionAct;
use store::supervisions::targets;

use super::matter::Matter;
use crate::resolving::close_later;
use crate::tasks::optional_reason;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    pub async fn lift_supervision(
        &self,
        actor: &Actor,
        id: SupervisionId,
        note: Option<String>,
    ) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?.id;
        let note = optional_reason("note", note)?;
        // Whoever may lift it lifts it from all of its tickets, also from those that have gone
        // where they may not read them: the desk itself takes the marks away.
        let desk_itself = Actor::System;
        let mut work = self.work(&desk_itself).await?;
        let matter = work.matter_for(actor, SupervisionAct::Lift, id).await?;
        let before = &matter.supervision;
        let after = before.lift(work.now).ok_or(DeskError::NotNow(before.state.as_str()))?;

        let what = What::SupervisionLifted { supervision: id, note };
        work.settle(&matter, &after, By::Agent(me), &what).await?;
        for &ticket in &matter.tickets {
            let mut case = work.case(ticket).await?;
            case.ticket.supervised = case.ticket.supervised.saturating_sub(1);
            work.let_close(&case).await?;
            work.save(case).await?;
        }
        work.commit().await
    }
}

impl Work<'_> {
    /// The supervised side alone cannot close, nor merge away, what is supervised. The customer is
    /// not the supervised side.
    pub async fn may_close(&mut self, case: &Case) -> Result<()> {
        if case.ticket.supervised == 0 || self.actor.customer().is_some() {
            return Ok(());
        }
        let me = self.actor.agent().ok_or(DeskError::Supervised)?;
        for supervision in targets::running(&mut self.tx, case.ticket.id).await? {
            let matter = Matter::of(&mut self.tx, supervision).await?;
            matter.allow(SupervisionAct::Lift, me).map_err(|_| DeskError::Supervised)?;
        }
        Ok(())
    }

    /// A resolved ticket that could not close by itself while it was supervised does so now, when
    /// its time has come.
    async fn let_close(&mut self, case: &Case) -> Result<()> {
        let resolved = case.ticket.state.category() == StateCategory::Resolved;
        match case.ticket.resolved_at.filter(|_| resolved && case.ticket.supervised == 0) {
            Some(at) => close_later(&mut self.tx, case.ticket.id, at).await,
            None => Ok(()),
        }
    }
}
