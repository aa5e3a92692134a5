//! Opening the tasks a flow wants, as rows; who gets them is decided once all are there.

use std::collections::VecDeque;

use domain::event::What;
use domain::flow::engine::Opening;
use domain::flow::kind::StepKind;
use domain::flow::{Outcome, Step};
use domain::id::TaskId;
use domain::job::Job;
use domain::task::{Task, TaskKind, TaskState};
use domain::time::Span;

use crate::flows::Hand;
use crate::work::{Case, Work};
use crate::{DeskError, Result};

impl Work<'_> {
    /// The tasks of a plan and, for a fork, of its branches.
    pub(super) async fn open_all(
        &mut self,
        case: &mut Case,
        open: Vec<Opening>,
        hand: &Hand,
    ) -> Result<Vec<TaskId>> {
        let mut opened = Vec::new();
        let mut ahead = VecDeque::from(open);
        while let Some(opening) = ahead.pop_front() {
            let task = self.open_row(case, &opening, hand).await?;
            ahead.extend(case.flow.branches(&task));
            opened.push(task.id);
        }
        Ok(opened)
    }

    async fn open_row(&mut self, case: &mut Case, opening: &Opening, hand: &Hand) -> Result<Task> {
        let flow = case.flow.clone();
        let step = flow.step(&opening.step).ok_or(DeskError::NotNow("flow"))?;
        let ticket = &case.ticket;
        let task = Task::new(TaskId(0), ticket.id, step.key.clone(), ticket.group, self.now);
        let mut task = Task {
            kind: kind(step),
            scope: opening.scope,
            state: begins_as(step),
            step_due_at: step.deadline_hours.map(|hours| self.now + Span::hours(hours.into())),
            overdue: ticket.overdue,
            note: hand.note.clone(),
            ..task
        };
        task.due_at = task.earliest(ticket.due_at());
        task.id = self.add_task(case, task.clone()).await?;
        Ok(task)
    }

    /// Sets a step on its way that the desk does by itself.
    pub(super) async fn begin_by_itself(
        &mut self,
        case: &mut Case,
        task: TaskId,
        step: &Step,
    ) -> Result<()> {
        match &step.kind {
            StepKind::Action(call) => self.promise_step(case, task, call).await?,
            StepKind::Timer { hours } => {
                let job = Job::Advance { task, outcome: Outcome::done() };
                let at = self.now + Span::hours((*hours).into());
                store::jobs::push(&mut self.tx, &job, at).await?;
            }
            // A ticket of its own for a part of the matter; the step waits until it is resolved.
            StepKind::Ticket { category } => {
                let job = Job::OpenChild { task, category: *category };
                store::jobs::push(&mut self.tx, &job, self.now).await?;
            }
            // A fork waits for its branches, the others for people.
            StepKind::Fork { .. }
            | StepKind::Accept
            | StepKind::Work
            | StepKind::Feedback
            | StepKind::Question { .. }
            | StepKind::Approval
            | StepKind::Confirmation => return Ok(()),
        }
        let (ticket, group) = (case.ticket.id, case.ticket.group);
        let step = step.key.clone();
        self.record(ticket, What::TaskOpened { task, step, group, to: None });
        Ok(())
    }
}

const fn kind(step: &Step) -> TaskKind {
    if step.kind.is_done_by_people() { TaskKind::Step } else { TaskKind::Automatic }
}

fn begins_as(step: &Step) -> TaskState {
    match step.kind {
        StepKind::Fork { .. } => TaskState::Pending,
        StepKind::Action(_) | StepKind::Timer { .. } | StepKind::Ticket { .. } => {
            TaskState::WaitingExternal
        }
        StepKind::Accept
        | StepKind::Work
        | StepKind::Feedback
        | StepKind::Question { .. }
        | StepKind::Approval
        | StepKind::Confirmation => TaskState::Ready,
    }
}
