//! Driving a case along its flow: opening tasks, giving them to people, finishing them.
//!
//! What comes next is [`domain::flow`]'s to say; here it is only carried out.

use domain::counter::Tally;
use domain::event::What;
use domain::flow::{Next, OwnerRule, StepKey};
use domain::id::{AgentId, GroupId, TaskId};
use domain::org::{Dispatch, Membership};
use domain::routing::Candidate;
use domain::state::{TicketAct, TicketState};
use domain::task::{Task, TaskAct, TaskState};
use store::counters;

use crate::work::{Case, Work};
use crate::{DeskError, Result};

/// Whether anything comes after a finished step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Course {
    GoesOn,
    Finished,
}

impl Case {
    /// Moves the ticket's state, or says that this cannot be done now.
    pub fn act(&mut self, act: TicketAct) -> Result<()> {
        let from = self.ticket.state;
        self.ticket.state = from.after(act).ok_or(DeskError::NotNow(from.as_str()))?;
        Ok(())
    }

    /// Takes every actionable task out of the worklists.
    pub fn hold_tasks(&mut self) -> Result<()> {
        self.open_tasks()
            .filter(|task| task.state.is_actionable())
            .try_for_each(|task| act(task, TaskAct::Hold))
    }

    /// Brings held tasks back to whoever had them, or to the queue.
    pub fn wake_tasks(&mut self) -> Result<()> {
        self.open_tasks().filter(|task| task.state == TaskState::Pending).try_for_each(|task| {
            act(task, TaskAct::Wake)?;
            if task.handler.is_some() { act(task, TaskAct::Begin) } else { Ok(()) }
        })
    }
}

/// Moves a task's state, or says that this cannot be done now.
pub(crate) fn act(task: &mut Task, act: TaskAct) -> Result<()> {
    task.state = task.state.after(act).ok_or(DeskError::NotNow(task.state.as_str()))?;
    Ok(())
}

impl Work<'_> {
    /// Carries out what the flow wants next. `previous` did the step before; `note` is what they
    /// leave behind.
    pub async fn open_next(
        &mut self,
        case: &mut Case,
        next: Next,
        previous: Option<AgentId>,
        note: Option<String>,
    ) -> Result<Course> {
        let Next::Open { step, owner } = next else { return Ok(Course::Finished) };
        let handler = match owner {
            OwnerRule::Group => None,
            OwnerRule::PreviousHandler => previous,
        };
        let task = self.open_task(case, step, handler, note).await?;
        if handler.is_none() {
            self.dispatch(case, task).await?;
        }
        Ok(Course::GoesOn)
    }

    pub async fn open_task(
        &mut self,
        case: &mut Case,
        step: StepKey,
        handler: Option<AgentId>,
        note: Option<String>,
    ) -> Result<TaskId> {
        let ticket = &case.ticket;
        let task = Task {
            id: TaskId(0),
            ticket: ticket.id,
            step: step.clone(),
            state: if handler.is_some() { TaskState::Claimed } else { TaskState::Ready },
            group: ticket.group,
            handler,
            due_at: ticket.due_at(),
            overdue: ticket.overdue,
            note,
            created_at: self.now,
            done_at: None,
        };
        let (ticket, group) = (ticket.id, ticket.group);
        let task = self.add_task(case, task).await?;
        if let Some(agent) = handler {
            self.join(ticket, agent).await?;
        }
        self.record(ticket, What::TaskOpened { task, step, group, to: handler });
        Ok(task)
    }

    /// Gives a task in a queue to whoever the group's rule names; without one it waits to be
    /// claimed (C-03, C-13).
    async fn dispatch(&mut self, case: &mut Case, task: TaskId) -> Result<()> {
        let group = case.ticket.group;
        if self.catalogue.group(group)?.dispatch == Dispatch::Claim {
            return Ok(());
        }
        let candidates = self.candidates(group).await?;
        let Some(chosen) = domain::routing::least_loaded(&candidates) else { return Ok(()) };
        let because = Some(format!("{}/{}", chosen.load, chosen.cap));
        self.record(case.ticket.id, What::TaskAssigned { task, to: chosen.agent, because });
        self.take(case, task, chosen.agent).await
    }

    async fn candidates(&mut self, group: GroupId) -> Result<Vec<Candidate>> {
        let members = store::people::groups::members(&mut self.tx, group).await?;
        let agents: Vec<AgentId> = members.iter().map(|(member, _)| member.agent).collect();
        let loads = counters::loads(&mut self.tx, &agents).await?;
        let candidate = |(member, available): (Membership, bool)| Candidate {
            agent: member.agent,
            available,
            load: loads.get(&member.agent).copied().unwrap_or_default(),
            cap: member.cap,
            skill: member.skill,
        };
        Ok(members.into_iter().map(candidate).collect())
    }

    /// Makes `agent` the handler of an open task. Where taking it is all the step asks for, the
    /// next one opens for the same person.
    pub async fn take(&mut self, case: &mut Case, task: TaskId, agent: AgentId) -> Result<()> {
        // Through a chain of such steps, one at a time: an async function cannot call itself.
        let mut at = task;
        loop {
            let Some(taken) = case.task(at) else { return Err(DeskError::NotFound) };
            let step = taken.step.clone();
            taken.handler = Some(agent);
            // What is held stays held, in the new handler's name.
            if taken.state != TaskState::Pending {
                act(taken, TaskAct::Claim)?;
            }
            if case.flow.step(&step).is_none_or(|step| !step.done_on_claim) {
                break;
            }
            act(task_of(case, at)?, TaskAct::Complete)?;
            task_of(case, at)?.done_at = Some(self.now);
            let Next::Open { step: next, .. } = case.flow.advance(&step) else { break };
            at = self.open_task(case, next, Some(agent), None).await?;
        }
        self.welcome(case, agent).await
    }

    /// The ticket has somebody now.
    async fn welcome(&mut self, case: &mut Case, agent: AgentId) -> Result<()> {
        if case.ticket.state == TicketState::Submitted {
            self.tally(&case.ticket, Tally::Accepted);
        }
        case.act(TicketAct::Assign)?;
        case.ticket.owner = case.ticket.owner.or(Some(agent));
        self.join(case.ticket.id, agent).await
    }

    /// Finishes a task and writes down who did and why.
    pub fn finish(
        &mut self,
        case: &mut Case,
        task: TaskId,
        by: Option<AgentId>,
        note: Option<String>,
    ) -> Result<()> {
        let now = self.now;
        let taken = task_of(case, task)?;
        act(taken, TaskAct::Complete)?;
        taken.done_at = Some(now);
        taken.handler = taken.handler.or(by);
        let step = taken.step.clone();
        let counts = case.flow.step(&step).is_none_or(|step| !step.done_on_claim);
        if counts {
            self.tally(&case.ticket, Tally::Handled);
        }
        self.record(case.ticket.id, What::StepCompleted { task, step, note });
        Ok(())
    }

    pub fn cancel_tasks(&mut self, case: &mut Case) -> Result<()> {
        let now = self.now;
        case.open_tasks().try_for_each(|task| {
            act(task, TaskAct::Cancel)?;
            task.done_at = Some(now);
            Ok(())
        })
    }
}

fn task_of(case: &mut Case, task: TaskId) -> Result<&mut Task> {
    case.task(task).ok_or(DeskError::NotFound)
}
