//! A flow walked without a desk: the test bench of the editor, and the tests of the engine.
//!
//! It does with values what the desk does with rows, so that an administrator sees what will happen
//! before anything does.

use crate::flow::engine::{Opening, Plan, Stuck};
use crate::flow::facts::{Fact, Facts};
use crate::flow::kind::StepKind;
use crate::flow::{Flow, Outcome};
use crate::id::{GroupId, TaskId, TicketId};
use crate::task::{Task, TaskKind, TaskState};
use crate::time::Timestamp;

#[derive(Clone, Debug)]
pub struct Walk<'a> {
    flow: &'a Flow,
    pub facts: Facts,
    /// Every task that was opened, in that order.
    pub tasks: Vec<Task>,
    pub ended: bool,
}

impl<'a> Walk<'a> {
    pub fn begin(flow: &'a Flow, facts: Facts) -> Self {
        let mut walk = Self { flow, facts, tasks: Vec::new(), ended: false };
        walk.follow(flow.begin());
        walk
    }

    /// What somebody, or another system, could end now.
    pub fn open(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| !task.state.is_over()).filter(|task| !self.is_fork(task))
    }

    /// Ends an open task and opens what follows.
    pub fn end(&mut self, task: TaskId, outcome: &Outcome) -> Result<(), Stuck> {
        let Some(place) = self.tasks.iter().position(|known| known.id == task) else {
            return Ok(());
        };
        let done = self.tasks[place].clone();
        let plan = self.flow.advance(&self.tasks, &done, outcome, &self.facts)?;
        self.close(task, TaskState::Done);
        self.facts.set(&format!("outcome.{}", done.step.as_str()), said(outcome));
        self.follow(plan);
        Ok(())
    }

    fn follow(&mut self, plan: Plan) {
        plan.complete.iter().for_each(|task| self.close(*task, TaskState::Done));
        plan.skip.iter().for_each(|task| self.close(*task, TaskState::Skipped));
        self.ended |= plan.ends;
        let mut open = plan.open;
        while let Some(opening) = open.pop() {
            let task = self.add(opening);
            open.extend(self.flow.branches(&task));
        }
    }

    fn add(&mut self, opening: Opening) -> Task {
        let id = i64::try_from(self.tasks.len()).unwrap_or(i64::MAX) + 1;
        let by_people = self.flow.kind_of(&opening.step).is_some_and(StepKind::is_done_by_people);
        let task = Task {
            kind: if by_people { TaskKind::Step } else { TaskKind::Automatic },
            scope: opening.scope,
            ..Task::new(TaskId(id), TicketId(0), opening.step, GroupId(0), Timestamp(id))
        };
        self.tasks.push(task.clone());
        task
    }

    fn close(&mut self, task: TaskId, state: TaskState) {
        let at = Timestamp(i64::try_from(self.tasks.len()).unwrap_or(i64::MAX));
        if let Some(task) = self.tasks.iter_mut().find(|known| known.id == task) {
            task.state = state;
            task.done_at = Some(at);
        }
    }

    fn is_fork(&self, task: &Task) -> bool {
        matches!(self.flow.kind_of(&task.step), Some(StepKind::Fork { .. }))
    }
}

fn said(outcome: &Outcome) -> Fact {
    Fact::Text(outcome.0.clone())
}
