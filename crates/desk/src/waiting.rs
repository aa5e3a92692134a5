//! Putting a ticket aside until somebody outside acts, or a time comes (D-09, D-12).

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::TicketId;
use domain::invalid::Flaw;
use domain::job::{Done, Job};
use domain::state::{StateCategory, TicketAct};
use domain::text::Reason;
use domain::ticket::{Wait, WaitFor};
use domain::time::Timestamp;

use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

#[derive(Clone, Debug)]
pub struct WaitPlan {
    pub wait_for: WaitFor,
    pub reason: String,
    pub wake_at: Option<Timestamp>,
}

impl Desk {
    pub async fn wait(&self, actor: &Actor, ticket: TicketId, plan: WaitPlan) -> Result<()> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Wait, &case)?;

        work.wait(&mut case, plan).await?;
        work.save(case).await?;
        work.commit().await
    }

    /// Back to work before its time.
    pub async fn resume(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Wait, &case)?;

        work.bring_back(&mut case)?;
        work.save(case).await?;
        work.commit().await
    }

    /// The wake-up of a plan. A ticket that was woken otherwise, or put aside again for longer,
    /// stays as it is.
    pub(crate) async fn wake(&self, ticket: TicketId) -> Result<Done> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let mut case = work.case(ticket).await?;
        let wake_at = case.ticket.wait.as_ref().and_then(|wait| wait.wake_at);
        let due = wake_at.is_some_and(|at| at <= work.now);
        if !due || case.ticket.state.category() != StateCategory::Waiting {
            return Ok(Done::Obsolete);
        }

        work.bring_back(&mut case)?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Done::Done)
    }
}

impl Work<'_> {
    pub async fn wait(&mut self, case: &mut Case, plan: WaitPlan) -> Result<()> {
        let WaitPlan { wait_for, reason, wake_at } = plan;
        let reason = Reason::try_from(reason).map_err(|flaw| DeskError::invalid("reason", flaw))?;
        if wake_at.is_some_and(|at| at <= self.now) {
            return Err(DeskError::invalid("wake_at", Flaw::InThePast));
        }
        let act = match wait_for {
            WaitFor::Customer => TicketAct::AwaitCustomer,
            WaitFor::ThirdParty => TicketAct::AwaitThirdParty,
            // Without a time nothing would ever bring it back.
            WaitFor::Time if wake_at.is_none() => {
                return Err(DeskError::invalid("wake_at", Flaw::Blank));
            }
            WaitFor::Time => TicketAct::Suspend,
        };
        self.put_aside(case, act, Wait { reason: reason.into(), wake_at }).await
    }

    /// Out of every worklist, with the clock standing.
    pub async fn put_aside(&mut self, case: &mut Case, act: TicketAct, wait: Wait) -> Result<()> {
        case.act(act)?;
        case.hold_tasks()?;
        let id = case.ticket.id;
        if let Some(at) = wait.wake_at {
            store::jobs::push(&mut self.tx, &Job::Wake { ticket: id }, at).await?;
        }
        let (reason, wake_at) = (wait.reason.clone(), wait.wake_at);
        case.ticket.clocks = case.ticket.clocks.pause(self.now);
        case.ticket.wait = Some(wait);
        let state = case.ticket.state;
        self.record(id, What::TicketSuspended { state, reason, wake_at });
        Ok(())
    }

    /// Into the worklists again, with the time that was waited given back.
    pub fn bring_back(&mut self, case: &mut Case) -> Result<()> {
        case.act(TicketAct::Resume)?;
        self.stop_waiting(case)?;
        self.record(case.ticket.id, What::TicketResumed);
        Ok(())
    }

    pub fn stop_waiting(&mut self, case: &mut Case) -> Result<()> {
        case.ticket.wait = None;
        case.ticket.clocks = case.ticket.clocks.resume(self.now);
        case.wake_tasks()
    }
}
