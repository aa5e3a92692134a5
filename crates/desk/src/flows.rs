//! Driving a case along its flow: opening tasks, giving them to people, finishing them.
//!
//! What comes next is [`domain::flow`]'s to say; here it is only carried out.

mod facts;
mod giving;
mod opening;
mod owners;
mod settling;

use domain::actor::TakesPart;
use domain::counter::Tally;
use domain::event::What;
use domain::flow::engine::Plan;
use domain::flow::kind::StepKind;
use domain::flow::{Flow, Outcome, StepKey};
use domain::id::{AgentId, TaskId};
use domain::state::TicketAct;
use domain::task::{Task, TaskAct, TaskKind, TaskState};

use crate::work::{Case, Work};
use crate::{DeskError, Result};

/// Whether anything comes after a finished step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub(crate) enum Course {
    GoesOn,
    Finished,
}

/// What a finished step hands to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hand {
    /// Who did it.
    pub from: Option<AgentId>,
    /// What they leave behind for the one after.
    pub note: Option<String>,
}

/// How somebody, or another system, ended a task.
#[derive(Clone, Debug)]
pub(crate) struct Ended {
    pub by: Option<AgentId>,
    pub outcome: Outcome,
    pub answer: Option<String>,
}

impl Case {
    /// Moves the ticket's state, or says that this cannot be done now.
    pub fn act(&mut self, act: TicketAct) -> Result<()> {
        let from = self.ticket.state;
        self.ticket.state = from.after(act).ok_or(DeskError::NotNow(from.as_str()))?;
        Ok(())
    }

    /// Takes everything whoever has the ticket could do out of the worklists.
    pub fn hold_tasks(&mut self) -> Result<()> {
        self.in_hand(TaskState::is_actionable)
            .into_iter()
            .try_for_each(|task| act(task_of(self, task)?, TaskAct::Hold))
    }

    /// Brings held tasks back to whoever had them, or to the queue.
    pub fn wake_tasks(&mut self) -> Result<()> {
        let held = self.in_hand(|state| state == TaskState::Pending);
        held.into_iter().try_for_each(|task| {
            if self.is_held_by_questions(task) { Ok(()) } else { self.wake_task(task) }
        })
    }

    /// Open tasks of whoever has the ticket, in such states.
    pub fn in_hand(&self, fits: impl Fn(TaskState) -> bool) -> Vec<TaskId> {
        self.tasks
            .iter()
            .filter(|task| !task.state.is_over() && fits(task.state) && self.has_in_hand(task))
            .map(|task| task.id)
            .collect()
    }

    /// As [`has_in_hand`].
    pub fn has_in_hand(&self, task: &Task) -> bool {
        has_in_hand(&self.flow, task)
    }

    /// What having a task makes of somebody: whoever was asked beside the flow, or has a narrow
    /// question to answer, does not have the ticket's work in hand (C-09, D-17, I-06).
    pub fn taking_part_by(&self, task: TaskId) -> TakesPart {
        let task = self.tasks.iter().find(|known| known.id == task);
        let narrow = task.is_none_or(|task| {
            let asks = self.flow.kind_of(&task.step).is_some_and(StepKind::is_a_question);
            task.kind == TaskKind::Asked || task.department.is_some() || asks
        });
        let in_hand = task.is_some_and(|task| self.has_in_hand(task));
        if narrow && !in_hand { TakesPart::Asked } else { TakesPart::Working }
    }

    pub fn wake_task(&mut self, task: TaskId) -> Result<()> {
        let task = task_of(self, task)?;
        act(task, TaskAct::Wake)?;
        if task.handler.is_some() { act(task, TaskAct::Begin) } else { Ok(()) }
    }

    /// Somebody was asked, and has not answered.
    pub fn is_held_by_questions(&self, task: TaskId) -> bool {
        self.tasks
            .iter()
            .filter(|known| !known.state.is_over())
            .any(|known| known.asked.as_ref().is_some_and(|asked| asked.holds == Some(task)))
    }
}

/// Whoever has the ticket has this task, too: it is held, handed over and ended with the ticket.
pub(crate) fn has_in_hand(flow: &Flow, task: &Task) -> bool {
    let follows = || flow.step(&task.step).is_none_or(|step| step.owner.follows_ticket());
    let within = task.department.is_none() && task.partner.is_none();
    task.kind == TaskKind::Step && within && follows()
}

/// Moves a task's state, or says that this cannot be done now.
pub(crate) fn act(task: &mut Task, act: TaskAct) -> Result<()> {
    task.state = task.state.after(act).ok_or(DeskError::NotNow(task.state.as_str()))?;
    Ok(())
}

pub(crate) fn task_of(case: &mut Case, task: TaskId) -> Result<&mut Task> {
    case.task(task).ok_or(DeskError::NotFound)
}

impl Work<'_> {
    /// Carries out what the flow wants next, and whatever follows from that by itself.
    pub async fn carry_out(&mut self, case: &mut Case, plan: Plan, hand: Hand) -> Result<Course> {
        let mut course = Course::GoesOn;
        let mut ahead = vec![(plan, hand)];
        while let Some((plan, hand)) = ahead.pop() {
            self.close_forks(case, &plan)?;
            if plan.ends {
                course = Course::Finished;
            }
            // All of them before any goes on: a branch that is not there yet has not arrived.
            let opened = self.open_all(case, plan.open, &hand).await?;
            for task in opened {
                ahead.extend(self.place(case, task, &hand).await?);
            }
        }
        Ok(course)
    }

    fn close_forks(&mut self, case: &mut Case, plan: &Plan) -> Result<()> {
        for task in &plan.skip {
            let skipped = task_of(case, *task)?;
            act(skipped, TaskAct::Skip)?;
            skipped.done_at = Some(self.now);
            let (task, step) = (*task, skipped.step.clone());
            self.record(case.ticket.id, What::StepSkipped { task, step });
        }
        for fork in &plan.complete {
            let fork = task_of(case, *fork)?;
            act(fork, TaskAct::Complete)?;
            fork.done_at = Some(self.now);
        }
        Ok(())
    }

    /// What follows when `task`, which is over now, has ended so.
    pub async fn follow(&mut self, case: &Case, task: TaskId, outcome: &Outcome) -> Result<Plan> {
        let facts = self.facts(case).await?;
        let done = case.tasks.iter().find(|known| known.id == task).ok_or(DeskError::NotFound)?;
        case.flow.advance(&case.tasks, done, outcome, &facts).map_err(|stuck| {
            tracing::error!(ticket.id = %case.ticket.id, %stuck, "a flow cannot go on");
            DeskError::NotNow("flow")
        })
    }

    /// Finishes a step and writes down who did and why.
    pub fn finish(&mut self, case: &mut Case, task: TaskId, ended: Ended) -> Result<()> {
        // What a customer says stands in the conversation already.
        let said = self.actor.customer().is_some();
        let (note, outcome) = (ended.answer.clone().filter(|_| !said), ended.outcome.clone());
        let step = self.mark_done(case, task, ended)?;
        let outcome = Some(outcome).filter(|outcome| *outcome != Outcome::done());
        self.record(case.ticket.id, What::StepCompleted { task, step, note, outcome });
        Ok(())
    }

    /// Marks a task as done; what is written of it is the caller's to say.
    pub fn mark_done(&mut self, case: &mut Case, task: TaskId, ended: Ended) -> Result<StepKey> {
        let Ended { by, outcome, answer } = ended;
        let now = self.now;
        let taken = task_of(case, task)?;
        act(taken, TaskAct::Complete)?;
        taken.done_at = Some(now);
        taken.handler = taken.handler.or(by);
        taken.outcome = Some(outcome);
        taken.answer = answer;
        let step = taken.step.clone();
        let counts = taken.kind != TaskKind::Automatic && !case.flow.is_done_on_claim(&step);
        if counts {
            self.tally(&case.ticket, Tally::Handled);
        }
        Ok(step)
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

/// Tasks whose step has no name of its own in the flow.
pub(crate) fn asked_step() -> StepKey {
    StepKey::new("asked")
}
