//! Steps the desk does itself: promising them, and going on when they have ended.

use domain::actor::Actor;
use domain::event::What;
use domain::flow::kind::StepKind;
use domain::flow::{FieldUse, Outcome, Step, StepField, StepKey};
use domain::id::{AgentId, TaskId};
use domain::job::Done;
use domain::task::{Task, TaskAct, TaskKind, TaskState};
use domain::text::{Body, Subject};
use domain::ticket::ResolutionCode;

use crate::flows::{Course, Ended, Hand, act, task_of};
use crate::narrow::is_for_customer;
use crate::resolving::Ending;
use crate::work::{Case, Work};
use crate::{Desk, Result};

impl Desk {
    /// A timer has run out, a child ticket is resolved.
    pub(crate) async fn advance(&self, task: TaskId, outcome: &Outcome) -> Result<Done> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let (mut case, found) = work.case_of_task(task).await?;
        if found.state.is_over() || found.kind != TaskKind::Automatic {
            return Ok(Done::Obsolete);
        }
        work.settle_step(&mut case, task, outcome.clone(), None).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Done::Done)
    }
}

impl Work<'_> {
    /// The flow goes on from a step the desk did itself. What failed becomes a new task, with the
    /// reason, for whoever the flow names (D-11); where it names nobody, for whoever answers for
    /// the ticket.
    pub(crate) async fn settle_step(
        &mut self,
        case: &mut Case,
        task: TaskId,
        outcome: Outcome,
        reason: Option<String>,
    ) -> Result<()> {
        let settled = task_of(case, task)?;
        let (step, by_desk) = (settled.step.clone(), settled.kind == TaskKind::Automatic);
        let from = case.tasks.iter().find(|it| it.id == task).and_then(|it| case.before(it));
        if by_desk && has_failed(&outcome) {
            self.fail(case, task, outcome.clone(), reason.clone())?;
        } else {
            let (outcome, answer) = (outcome.clone(), reason.clone());
            self.finish(case, task, Ended { by: None, outcome, answer })?;
        }
        // A ticket that is over meanwhile is not brought back by an answer that came late.
        if !case.ticket.state.category().is_live() {
            return Ok(());
        }
        let hand = Hand { from, note: reason.clone() };
        match self.follow(case, task, &outcome).await {
            Ok(plan) => {
                let course = self.carry_out(case, plan, hand).await?;
                self.end_if(case, course).await
            }
            Err(_) => self.repair(case, &step, from, reason).await,
        }
    }

    pub(crate) async fn end_if(&mut self, case: &mut Case, course: Course) -> Result<()> {
        match course {
            Course::GoesOn => Ok(()),
            Course::Finished => {
                let code = case.ticket.resolution.unwrap_or(ResolutionCode::Solved);
                self.end(case, Ending { code, note: None }).await
            }
        }
    }

    /// Steps that were the customer's, and that any word of theirs answers. What has answers or
    /// fields of its own is answered by its form.
    pub(crate) async fn customer_answered(&mut self, case: &mut Case) -> Result<()> {
        let flow = case.flow.clone();
        let by_words = |step: &Step| {
            let asks_for = |field: &StepField| field.usage == FieldUse::Require;
            step.kind == StepKind::Work && !step.fields.iter().any(asks_for)
        };
        let waits = |task: &Task| {
            let step = flow.step(&task.step).filter(|_| is_for_customer(&flow, task));
            task.state == TaskState::WaitingExternal && step.is_some_and(by_words)
        };
        let answered: Vec<TaskId> =
            case.tasks.iter().filter(|task| waits(task)).map(|task| task.id).collect();
        for task in answered {
            self.settle_step(case, task, Outcome::done(), None).await?;
        }
        Ok(())
    }

    /// The customer said something else than what they are asked: somebody has to read it, and
    /// work is never with nobody.
    pub(crate) async fn somebody_reads(&mut self, case: &mut Case, body: &Body) -> Result<()> {
        let asked = |task: &Task| !task.state.is_over() && is_for_customer(&case.flow, task);
        let in_hand = case.tasks.iter().any(Task::is_actionable);
        if in_hand || !case.tasks.iter().any(asked) {
            return Ok(());
        }
        let (said, owner) = (Subject::from_body(body), case.ticket.owner);
        self.ask_nobody_in_particular(case, said.as_str().to_owned(), owner).await
    }

    pub(crate) fn fail(
        &mut self,
        case: &mut Case,
        task: TaskId,
        outcome: Outcome,
        reason: Option<String>,
    ) -> Result<()> {
        let now = self.now;
        let failed = task_of(case, task)?;
        act(failed, TaskAct::Fail)?;
        failed.done_at = Some(now);
        failed.outcome = Some(outcome);
        failed.answer.clone_from(&reason);
        let step = failed.step.clone();
        self.record(case.ticket.id, What::StepFailed { task, step, reason });
        Ok(())
    }

    /// A step needs a person and the flow names nobody: it failed, or something was said about it
    /// that decides nothing.
    pub(crate) async fn repair(
        &mut self,
        case: &mut Case,
        step: &StepKey,
        from: Option<AgentId>,
        reason: Option<String>,
    ) -> Result<()> {
        let name = case.flow.step(step).map_or_else(|| step.0.clone(), |step| step.name.clone());
        let question = reason.map_or_else(|| name.clone(), |reason| format!("{name}: {reason}"));
        let to = from.or(case.ticket.owner);
        self.ask_nobody_in_particular(case, question, to).await
    }

    /// Something has to be seen to, and nobody's step is about it.
    pub(crate) async fn ask_nobody_in_particular(
        &mut self,
        case: &mut Case,
        question: String,
        to: Option<AgentId>,
    ) -> Result<()> {
        let ticket = &case.ticket;
        let step = super::asked_step();
        let task = Task::new(TaskId(0), ticket.id, step, ticket.group, self.now);
        let asked = domain::task::Asked { by: None, question, holds: None };
        let task = Task { kind: TaskKind::Asked, asked: Some(asked), ..task };
        self.open_task(case, task, to).await?;
        Ok(())
    }
}

fn has_failed(outcome: &Outcome) -> bool {
    matches!(outcome.as_str(), StepKind::REFUSED | StepKind::UNKNOWN)
}
