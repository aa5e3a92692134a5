//! Taking, finishing and returning tasks.

use domain::actor::{Actor, Permission};
use domain::event::{Told, What};
use domain::flow::StepKey;
use domain::id::{AgentId, TaskId, TicketId};
use domain::state::TicketAct;
use domain::task::TaskAct;
use domain::text::Reason;
use domain::ticket::{ResolutionCode, Wait};
use domain::time::Timestamp;

use crate::flows::{Course, act};
use crate::resolving::Ending;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Takes a task from the queue. Where the flow says that taking it is all there is to it, the
    /// next step opens for the same person. Answers with the ticket.
    pub async fn claim(&self, actor: &Actor, task: TaskId) -> Result<TicketId> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?.id;
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_of_task(task).await?;
        work.allow(Permission::Claim, &case)?;
        if found.handler.is_some_and(|handler| handler != me) {
            return Err(DeskError::Conflict);
        }
        if found.handler.is_some() || !found.is_actionable() {
            return Err(DeskError::NotNow(found.state.as_str()));
        }

        work.record(case.ticket.id, What::TaskClaimed { task, step: found.step });
        work.take(&mut case, task, me).await?;
        let ticket = work.save(case).await?;
        work.commit().await?;
        Ok(ticket.id)
    }

    /// Finishes a task; the flow opens what comes next, and after the last step the ticket is
    /// resolved. `told` says how telling the customer went, where the step is about that.
    pub async fn complete(
        &self,
        actor: &Actor,
        task: TaskId,
        note: Option<String>,
        told: Option<Told>,
    ) -> Result<TicketId> {
        let note = optional_reason("note", note)?;
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_in_hand(task).await?;
        let task = found.id;
        work.allow(Permission::Resolve, &case)?;
        let me = actor.agent().map(|agent| agent.id);
        if found.handler.is_some() && found.handler != me && !may_finish_others(&work, &case) {
            return Err(DeskError::Forbidden);
        }
        if !found.is_actionable() {
            return Err(DeskError::NotNow(found.state.as_str()));
        }
        if let Some(Told::CallBack { at }) = told {
            work.call_back(&mut case, at).await?;
            return work.done(case).await;
        }

        work.accept_for(&mut case, task, me).await?;
        work.complete_step(&mut case, task, me, note, told).await?;
        work.done(case).await
    }

    /// Returns a task, with the reason, to whoever had the step before, or to the queue.
    pub async fn send_back(&self, actor: &Actor, task: TaskId, reason: String) -> Result<TicketId> {
        let reason = String::from(
            Reason::try_from(reason).map_err(|flaw| DeskError::invalid("reason", flaw))?,
        );
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_in_hand(task).await?;
        let task = found.id;
        work.allow(Permission::Transfer, &case)?;
        let (step, handler) = before(&case, &found.step).ok_or(DeskError::NotNow("first"))?;

        let returned = case.task(task).ok_or(DeskError::NotFound)?;
        act(returned, TaskAct::SendBack)?;
        returned.done_at = Some(work.now);
        let ticket = case.ticket.id;
        let (from, why) = (found.step, reason.clone());
        work.record(ticket, What::StepSentBack { task, step: from, reason: why });
        work.open_task(&mut case, step, handler, Some(reason)).await?;
        if handler.is_none() {
            case.act(TicketAct::Release)?;
        }
        work.done(case).await
    }
}

impl Work<'_> {
    /// Somebody who finishes what nobody took has taken it.
    async fn accept_for(
        &mut self,
        case: &mut Case,
        task: TaskId,
        me: Option<AgentId>,
    ) -> Result<()> {
        let unclaimed = case.task(task).is_some_and(|task| task.handler.is_none());
        let by_claiming = case
            .task(task)
            .map(|task| task.step.clone())
            .and_then(|step| case.flow.step(&step).map(|step| step.done_on_claim))
            .unwrap_or_default();
        match me {
            Some(me) if unclaimed && !by_claiming => self.take(case, task, me).await,
            _ => Ok(()),
        }
    }

    /// Finishes a step, and the ticket with it when it was the last.
    async fn complete_step(
        &mut self,
        case: &mut Case,
        task: TaskId,
        me: Option<AgentId>,
        note: Option<String>,
        told: Option<Told>,
    ) -> Result<()> {
        let step = case.task(task).ok_or(DeskError::NotFound)?.step.clone();
        if let (Some(me), Some(true)) = (me, case.flow.step(&step).map(|step| step.done_on_claim)) {
            let id = case.ticket.id;
            self.record(id, What::TaskClaimed { task, step });
            return self.take(case, task, me).await;
        }
        self.finish(case, task, me, note.clone())?;
        if let Some(outcome) = told {
            self.record(case.ticket.id, What::ResultNotified { outcome });
        }
        let next = case.flow.advance(&step);
        match self.open_next(case, next, me, note).await? {
            Course::GoesOn => Ok(()),
            Course::Finished => {
                let code = case.ticket.resolution.unwrap_or(ResolutionCode::Solved);
                self.end(case, Ending { code, note: None }).await
            }
        }
    }

    /// D-17: nobody answered; the task comes back at the time agreed.
    async fn call_back(&mut self, case: &mut Case, at: Timestamp) -> Result<()> {
        let outcome = Told::CallBack { at };
        self.record(case.ticket.id, What::ResultNotified { outcome });
        let wait = Wait { reason: "call_back".to_owned(), wake_at: Some(at) };
        self.put_aside(case, TicketAct::Suspend, wait).await
    }

    async fn done(mut self, case: Case) -> Result<TicketId> {
        let ticket = self.save(case).await?;
        self.commit().await?;
        Ok(ticket.id)
    }
}

/// A leader may finish what another has in hand.
fn may_finish_others(work: &Work<'_>, case: &Case) -> bool {
    work.allow(Permission::Reassign, case).is_ok()
}

/// The step that leads to `step`, and who did it; a step that is done by being claimed goes back
/// to the queue.
fn before(case: &Case, step: &StepKey) -> Option<(StepKey, Option<AgentId>)> {
    let before = case.flow.steps.iter().find(|known| known.next.as_ref() == Some(step))?;
    let handler = if before.done_on_claim { None } else { case.who_did(&before.key) };
    Some((before.key.clone(), handler))
}

/// An optional reason: blank is none, too long is a flaw.
pub(crate) fn optional_reason(field: &str, text: Option<String>) -> Result<Option<String>> {
    match text.filter(|text| !text.trim().is_empty()) {
        None => Ok(None),
        Some(text) => Reason::try_from(text)
            .map(|reason| Some(reason.into()))
            .map_err(|flaw| DeskError::invalid(field, flaw)),
    }
}
