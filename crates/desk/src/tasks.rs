//! Taking and returning tasks, and giving them to others inside a department.

use domain::actor::{Actor, AgentActor, Permission, Scope};
use domain::event::What;
use domain::id::{AgentId, TaskId, TicketId};
use domain::invalid::Flaw;
use domain::state::TicketAct;
use domain::task::{Task, TaskAct, TaskKind};
use domain::text::Reason;

use crate::flows::act;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Takes a task from the queue. Where the flow says that taking it is all there is to it, the
    /// next step opens for the same person. Answers with the ticket.
    pub async fn claim(&self, actor: &Actor, task: TaskId) -> Result<TicketId> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?.id;
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_of_task(task).await?;
        work.may_claim(&case, &found)?;
        if found.handler.is_some_and(|handler| handler != me) {
            return Err(DeskError::Conflict);
        }
        if found.handler.is_some() || !found.is_actionable() {
            return Err(DeskError::NotNow(found.state.as_str()));
        }

        work.record(case.ticket.id, What::TaskClaimed { task, step: found.step });
        work.take(&mut case, task, me).await?;
        work.done(case).await
    }

    /// Returns a task, with the reason, to whoever had the step before, or to the queue. What was
    /// asked goes back unanswered to whoever asked.
    pub async fn send_back(&self, actor: &Actor, task: TaskId, reason: String) -> Result<TicketId> {
        let reason = String::from(
            Reason::try_from(reason).map_err(|flaw| DeskError::invalid("reason", flaw))?,
        );
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_in_hand(task).await?;
        let task = found.id;
        if !work.is_my_own(&found) {
            work.allow(Permission::Transfer, &case)?;
        }
        let again = match found.kind {
            TaskKind::Step => Some(before(&case, &found).ok_or(DeskError::NotNow("first"))?),
            TaskKind::Asked => None,
            TaskKind::Automatic => return Err(DeskError::NotNow(found.state.as_str())),
        };

        let returned = case.task(task).ok_or(DeskError::NotFound)?;
        act(returned, TaskAct::SendBack)?;
        returned.done_at = Some(work.now);
        returned.answer = Some(reason.clone());
        let ticket = case.ticket.id;
        let (step, why) = (found.step.clone(), reason.clone());
        work.record(ticket, What::StepSentBack { task, step, reason: why });
        match again {
            None => case.answered(&found)?,
            Some(before) => work.begin_step_again(&mut case, before, reason).await?,
        }
        work.done(case).await
    }

    /// Whoever has a task of their department gives it to somebody of it (D-13); a leader gives
    /// any task of their people to another.
    pub async fn assign_task(&self, actor: &Actor, task: TaskId, to: AgentId) -> Result<TicketId> {
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_of_task(task).await?;
        if found.kind == TaskKind::Automatic || found.partner.is_some() || found.state.is_over() {
            return Err(DeskError::NotNow(found.state.as_str()));
        }
        work.may_assign(&case, &found, to).await?;

        work.take(&mut case, task, to).await?;
        let because = None;
        work.record(case.ticket.id, What::TaskAssigned { task, to, because });
        work.done(case).await
    }
}

impl Work<'_> {
    pub(crate) fn is_my_own(&self, task: &Task) -> bool {
        let me = self.actor.agent().map(|agent| agent.id);
        me.is_some() && task.handler == me
    }

    /// A task in the queue of one's own group is theirs to take, whoever has the ticket.
    fn may_claim(&self, case: &Case, task: &Task) -> Result<()> {
        if is_queued_for(self.actor, task) {
            return Ok(());
        }
        self.allow(Permission::Claim, case)
    }

    /// Within a department its people are the leader's to choose from; any other task a leader of
    /// the ticket's own people may give away.
    async fn may_assign(&mut self, case: &Case, task: &Task, to: AgentId) -> Result<()> {
        self.must_exist(to).await?;
        let Some(department) = task.department else {
            return self.allow(Permission::Reassign, case);
        };
        let agent = store::people::agents::find(&mut self.tx, to).await?;
        let led = self.actor.agent().map(|agent| agent.departments.as_slice()).unwrap_or_default();
        if !self.is_my_own(task) && !led.contains(&department) {
            return Err(DeskError::Forbidden);
        }
        match agent {
            Some(agent) if led.contains(&agent.department) => Ok(()),
            _ => Err(DeskError::invalid("agent", Flaw::NotAChoice)),
        }
    }

    /// The step before, once more: for whoever did it, or for the queue it came from.
    async fn begin_step_again(
        &mut self,
        case: &mut Case,
        before: Task,
        reason: String,
    ) -> Result<()> {
        let handler = before.handler.filter(|_| !case.flow.is_done_on_claim(&before.step));
        let again = Task::new(TaskId(0), before.ticket, before.step, before.group, self.now);
        let (scope, department) = (before.scope, before.department);
        let again = Task { scope, department, note: Some(reason), ..again };
        self.open_task(case, again, handler).await?;
        if handler.is_none() {
            case.act(TicketAct::Release)?;
        }
        Ok(())
    }

    pub(crate) async fn done(mut self, case: Case) -> Result<TicketId> {
        let ticket = self.save(case).await?;
        self.commit().await?;
        Ok(ticket.id)
    }
}

/// It stands in the queue of a group of theirs, who take work from queues at all.
pub(crate) fn is_queued_for(actor: &Actor, task: &Task) -> bool {
    let claims = |agent: &AgentActor| {
        agent.grants.scope(Permission::Claim).is_some_and(|scope| scope > Scope::Own)
    };
    let free = task.handler.is_none() && task.partner.is_none();
    actor.agent().is_some_and(|it| free && claims(it) && it.groups.contains(&task.group))
}

fn before(case: &Case, task: &Task) -> Option<Task> {
    case.flow.before(&case.tasks, task).cloned()
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
