//! What comes next: pure answers to "this task has ended so; what now?".
//!
//! Every open task of the flow is one token. Outside of a fork there is exactly one; inside, one on
//! each branch that has not arrived. So tokens are never kept apart from tasks, and none can be
//! lost or doubled without a task being so.

use serde::{Deserialize, Serialize};

use crate::flow::facts::Facts;
use crate::flow::kind::{Join, StepKind};
use crate::flow::owner::OwnerRule;
use crate::flow::{Flow, Outcome, Step, StepKey, Transition};
use crate::id::TaskId;
use crate::task::{Task, TaskKind, TaskState};

/// The branch of a fork a task belongs to; the fork is a task itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    pub fork: TaskId,
    pub branch: u8,
}

/// A task the flow wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub step: StepKey,
    pub owner: OwnerRule,
    pub scope: Option<Scope>,
}

/// What the flow wants next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub open: Vec<Opening>,
    /// A fork that is complete now.
    pub complete: Vec<TaskId>,
    /// What the other branches still had open when enough had arrived.
    pub skip: Vec<TaskId>,
    pub ends: bool,
}

/// Why a flow cannot go on. A flow that passed [`crate::flow::check`] never answers so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stuck {
    #[error("the flow has no step {0:?}")]
    NoSuchStep(StepKey),
    #[error("step {step:?} cannot end in {outcome:?}")]
    NoSuchOutcome { step: StepKey, outcome: Outcome },
    #[error("no transition of step {step:?} fits {outcome:?}")]
    NoWay { step: StepKey, outcome: Outcome },
    #[error("the branch of step {0:?} has no fork")]
    NoFork(StepKey),
}

impl Flow {
    /// The first task of a new ticket.
    pub fn begin(&self) -> Plan {
        self.steps.first().map_or_else(Plan::end, |step| Plan::open(step, None))
    }

    /// What follows when `done`, one of `tasks`, has ended in `outcome`.
    pub fn advance(
        &self,
        tasks: &[Task],
        done: &Task,
        outcome: &Outcome,
        facts: &Facts,
    ) -> Result<Plan, Stuck> {
        let step = self.step(&done.step).ok_or_else(|| Stuck::NoSuchStep(done.step.clone()))?;
        if !step.kind.outcomes().contains(outcome) {
            let (step, outcome) = (done.step.clone(), outcome.clone());
            return Err(Stuck::NoSuchOutcome { step, outcome });
        }
        let way = step
            .way(outcome, facts)
            .ok_or_else(|| Stuck::NoWay { step: done.step.clone(), outcome: outcome.clone() })?;
        self.go(tasks, done.id, way.to.as_ref(), done.scope)
    }

    /// The first steps of all branches of a fork that was just opened as `fork`.
    pub fn branches(&self, fork: &Task) -> Vec<Opening> {
        let Some(StepKind::Fork { branches, .. }) = self.kind_of(&fork.step) else {
            return Vec::new();
        };
        let first = branches.iter().zip(0..).filter_map(|(key, branch)| {
            let scope = Some(Scope { fork: fork.id, branch });
            self.step(key).map(|step| step.opening(scope))
        });
        first.collect()
    }

    /// Where work starts again after "not solved".
    pub fn resume(&self) -> Plan {
        self.first_work().map_or_else(Plan::end, |step| Plan::open(step, None))
    }

    /// The task before `task`, to which it can be sent back: the last that a person finished on the
    /// same branch at another step.
    pub fn before<'a>(&self, tasks: &'a [Task], task: &Task) -> Option<&'a Task> {
        tasks
            .iter()
            .filter(|known| known.kind == TaskKind::Step && known.state == TaskState::Done)
            .filter(|known| known.scope == task.scope && known.step != task.step)
            .max_by_key(|known| (known.done_at, known.id))
    }

    fn go(
        &self,
        tasks: &[Task],
        done: TaskId,
        to: Option<&StepKey>,
        scope: Option<Scope>,
    ) -> Result<Plan, Stuck> {
        match (to, scope) {
            (None, None) => Ok(Plan::end()),
            (Some(to), Some(scope)) if self.meets_at(tasks, scope, to)? => {
                self.arrive(tasks, done, scope)
            }
            (Some(to), scope) => {
                let step = self.step(to).ok_or_else(|| Stuck::NoSuchStep(to.clone()))?;
                Ok(Plan::open(step, scope))
            }
            // The end of a flow inside a branch is the end of that branch.
            (None, Some(scope)) => self.arrive(tasks, done, scope),
        }
    }

    fn meets_at(&self, tasks: &[Task], scope: Scope, to: &StepKey) -> Result<bool, Stuck> {
        let (_, _, then) = self.fork(tasks, scope)?;
        Ok(then == to)
    }

    /// One more branch has arrived. Until enough have, nothing follows.
    fn arrive(&self, tasks: &[Task], done: TaskId, scope: Scope) -> Result<Plan, Stuck> {
        let (fork, needed, then) = self.fork(tasks, scope)?;
        let inside: Vec<&Task> = tasks
            .iter()
            .filter(|task| task.id != done && !task.state.is_over())
            .filter(|task| branch_of(tasks, task, fork.id).is_some())
            .collect();
        let arrived = needed.of - busy(tasks, &inside, fork.id);
        if arrived < needed.join.needs(needed.of) || fork.state.is_over() {
            return Ok(Plan::default());
        }
        let mut plan = self.go(tasks, fork.id, Some(then), fork.scope)?;
        plan.complete.insert(0, fork.id);
        plan.skip.splice(0..0, inside.iter().map(|task| task.id));
        Ok(plan)
    }

    fn fork<'a>(
        &'a self,
        tasks: &'a [Task],
        scope: Scope,
    ) -> Result<(&'a Task, Needed, &'a StepKey), Stuck> {
        let fork = tasks.iter().find(|task| task.id == scope.fork);
        let fork = fork.ok_or_else(|| Stuck::NoFork(StepKey::new("")))?;
        match self.kind_of(&fork.step) {
            Some(StepKind::Fork { branches, join, then }) => {
                Ok((fork, Needed { join: *join, of: branches.len() }, then))
            }
            _ => Err(Stuck::NoFork(fork.step.clone())),
        }
    }
}

struct Needed {
    join: Join,
    of: usize,
}

/// How many branches still have something open.
fn busy(tasks: &[Task], open: &[&Task], fork: TaskId) -> usize {
    let mut branches: Vec<u8> =
        open.iter().filter_map(|task| branch_of(tasks, task, fork)).collect();
    branches.sort_unstable();
    branches.dedup();
    branches.len()
}

/// The branch of `fork` a task is on, however many forks deep inside.
fn branch_of(tasks: &[Task], task: &Task, fork: TaskId) -> Option<u8> {
    let mut scope = task.scope?;
    // Forks are opened before what is inside them, so this climbs to ever smaller ids and ends.
    while scope.fork != fork {
        scope = tasks.iter().find(|known| known.id == scope.fork)?.scope?;
    }
    Some(scope.branch)
}

impl Plan {
    fn end() -> Self {
        Self { ends: true, ..Self::default() }
    }

    fn open(step: &Step, scope: Option<Scope>) -> Self {
        Self { open: vec![step.opening(scope)], ..Self::default() }
    }
}

impl Step {
    pub fn opening(&self, scope: Option<Scope>) -> Opening {
        Opening { step: self.key.clone(), owner: self.owner.clone(), scope }
    }

    /// The transition that is taken after `outcome`.
    pub fn way(&self, outcome: &Outcome, facts: &Facts) -> Option<&Transition> {
        self.next.iter().find(|way| {
            way.on.as_ref().is_none_or(|on| on == outcome)
                && way.when.iter().all(|test| test.holds(facts))
        })
    }
}
