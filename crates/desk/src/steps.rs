//! Where a ticket stands in its flow.

use domain::flow::{Flow, Step};
use domain::id::AgentId;
use domain::page::{StepState, StepView};
use domain::state::StateCategory;
use domain::task::{Task, TaskState};
use domain::ticket::Ticket;

/// The steps of the flow in their order: done up to the first that has an open task, then that
/// one, then the rest. What was done before a ticket was reopened is to be done again.
pub(crate) fn bar(
    flow: &Flow,
    ticket: &Ticket,
    tasks: &[Task],
    name: impl Fn(AgentId) -> String,
) -> Vec<StepView> {
    let now = now(flow, ticket, tasks);
    let views = flow.steps.iter().enumerate().map(|(place, step)| {
        let state = match place.cmp(&now) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Now,
            std::cmp::Ordering::Greater => StepState::Later,
        };
        view(step, state, tasks, &name)
    });
    views.collect()
}

/// The place of the step that is being worked on; behind the last one when all is done.
fn now(flow: &Flow, ticket: &Ticket, tasks: &[Task]) -> usize {
    let open =
        |step: &Step| tasks.iter().any(|task| task.step == step.key && !task.state.is_over());
    let over = matches!(ticket.state.category(), StateCategory::Resolved | StateCategory::Closed);
    let otherwise = if over { flow.steps.len() } else { 0 };
    flow.steps.iter().position(open).unwrap_or(otherwise)
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
        StepState::Later => false,
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
