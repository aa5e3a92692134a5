//! Where a ticket stands in its flow.

use domain::flow::kind::StepKind;
use domain::flow::{Flow, Step};
use domain::id::AgentId;
use domain::page::{StepState, StepView};
use domain::state::StateCategory;
use domain::task::{Task, TaskState};
use domain::ticket::Ticket;

/// The steps of the flow in their order: those that are done, those with an open task, the rest.
/// What was done before a ticket was reopened is to be done again; what the ticket went around is
/// marked as skipped.
pub(crate) fn bar(
    flow: &Flow,
    ticket: &Ticket,
    tasks: &[Task],
    name: impl Fn(AgentId) -> String,
) -> Vec<StepView> {
    let now = now(flow, ticket, tasks);
    let shown = flow.steps.iter().enumerate().filter(|(_, step)| is_shown(step));
    shown.map(|(place, step)| view(step, state(place, now, step, tasks), tasks, &name)).collect()
}

/// A fork is a place where ways part, not something that is done.
fn is_shown(step: &Step) -> bool {
    !matches!(step.kind, StepKind::Fork { .. })
}

fn is_open(step: &Step, tasks: &[Task]) -> bool {
    tasks.iter().any(|task| task.step == step.key && !task.state.is_over())
}

/// The place of the first step that is being worked on; behind the last one when all is done.
fn now(flow: &Flow, ticket: &Ticket, tasks: &[Task]) -> usize {
    let over = matches!(ticket.state.category(), StateCategory::Resolved | StateCategory::Closed);
    let otherwise = if over { flow.steps.len() } else { 0 };
    let shown = |step: &Step| is_shown(step) && is_open(step, tasks);
    flow.steps.iter().position(shown).unwrap_or(otherwise)
}

fn state(place: usize, now: usize, step: &Step, tasks: &[Task]) -> StepState {
    let last = tasks.iter().rev().find(|task| task.step == step.key);
    // Another branch of the same fork may be ahead of the one that comes first.
    let beside = |task: &Task| {
        task.scope.is_some_and(|scope| {
            tasks.iter().any(|fork| fork.id == scope.fork && !fork.state.is_over())
        })
    };
    match last {
        _ if is_open(step, tasks) => StepState::Now,
        Some(task) if task.state == TaskState::Done && (place < now || beside(task)) => {
            StepState::Done
        }
        _ if place < now => StepState::Skipped,
        _ => StepState::Later,
    }
}

fn view(
    step: &Step,
    state: StepState,
    tasks: &[Task],
    name: &impl Fn(AgentId) -> String,
) -> StepView {
    let fits = |task: &&Task| match state {
        StepState::Done => task.state == TaskState::Done,
        StepState::Now => !task.state.is_over(),
        StepState::Later | StepState::Skipped => false,
    };
    let task = tasks.iter().rev().filter(|task| task.step == step.key).find(fits);
    StepView {
        key: step.key.0.clone(),
        name: step.name.clone(),
        state,
        who: task.and_then(|task| task.handler).map(name),
        at: task.map(|task| task.done_at.unwrap_or(task.created_at)),
    }
}
