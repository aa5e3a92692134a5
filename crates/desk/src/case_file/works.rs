//! What was done, read from the tasks.

use std::collections::BTreeSet;

use domain::case_file::{Party, Promise, Promised, Work};
use domain::flow::kind::StepKind;
use domain::flow::{Flow, Outcome};
use domain::task::{Task, TaskKind};
use domain::ticket::Ticket;
use store::names::Names;

use crate::pages::labels;
use crate::task_views;

pub(super) struct Works<'a> {
    pub flow: &'a Flow,
    pub names: &'a Names,
    pub tasks: &'a [Task],
}

impl Works<'_> {
    /// Every step that was begun, those the desk does itself among them. A fork is a place where
    /// ways part, and taking a ticket belongs to what comes after it.
    pub fn steps(&self) -> Vec<Work> {
        let shown = |task: &&Task| match self.flow.kind_of(&task.step) {
            Some(StepKind::Fork { .. }) => false,
            Some(_) | None => task.kind != TaskKind::Asked,
        };
        self.those(shown)
    }

    pub fn answers(&self) -> Vec<Work> {
        self.those(|task| task.kind == TaskKind::Asked)
    }

    pub fn approvals(&self) -> Vec<Work> {
        self.those(|task| {
            task.kind != TaskKind::Asked
                && self.flow.kind_of(&task.step) == Some(&StepKind::Approval)
        })
    }

    /// How many were asked.
    pub fn partners(&self) -> usize {
        self.tasks.iter().filter_map(|task| task.partner).collect::<BTreeSet<_>>().len()
    }

    /// The ticket's own, and those of steps with a deadline of their own.
    pub fn promises(&self, ticket: &Ticket) -> Vec<Promise> {
        let clocks = &ticket.clocks;
        let promise = |what, due_at, done_at| Promise { what, due_at, done_at };
        let first = clocks.first_response_due;
        let first =
            first.map(|due| promise(Promised::FirstResponse, due, clocks.first_responded_at));
        let last = clocks.resolution_due;
        let last = last.map(|due| promise(Promised::Resolution, due, ticket.resolved_at));
        let steps = self.tasks.iter().filter_map(|task| {
            let what = Promised::Step(task_views::name(task, self.flow));
            Some(promise(what, task.step_due_at?, task.done_at))
        });
        first.into_iter().chain(steps).chain(last).collect()
    }

    fn those(&self, fits: impl Fn(&&Task) -> bool) -> Vec<Work> {
        self.tasks.iter().filter(fits).map(|task| self.tell(task)).collect()
    }

    fn tell(&self, task: &Task) -> Work {
        Work {
            task: task.id,
            name: task_views::name(task, self.flow),
            who: self.who(task),
            partner: task.partner,
            state: task.state,
            begun: task.created_at,
            ended: task.done_at,
            outcome: task.outcome.as_ref().map(|outcome| self.label(outcome)),
            said: task.answer.clone(),
        }
    }

    fn who(&self, task: &Task) -> Party {
        let place = match (task.partner, task.department) {
            (Some(partner), _) => self.names.partner(partner),
            (None, Some(department)) => self.names.department(department),
            (None, None) => self.names.group(task.group),
        };
        Party { name: task.handler.map(|id| self.names.agent(id)), place }
    }

    /// Answers have labels of their own.
    fn label(&self, outcome: &Outcome) -> String {
        let mut known = labels(self.flow).into_iter();
        let known = known.find(|(word, _)| word == outcome.as_str()).map(|(_, label)| label);
        known.unwrap_or_else(|| outcome.as_str().to_owned())
    }
}
