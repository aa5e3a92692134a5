//! One task, for whoever answers it and need not know the rest of the ticket: a partner from
//! outside, business staff inside (D-05, D-26).

mod answering;
mod looking;
mod signing;

use domain::actor::Actor;
use domain::task::Task;

/// The task is theirs to see, whatever of its ticket is.
pub(crate) fn sees(actor: &Actor, task: &Task) -> bool {
    match actor {
        Actor::Agent(agent) => task.handler == Some(agent.id),
        Actor::Partner(partner) => partner.may_see(task),
        Actor::Customer(_) | Actor::Link { .. } | Actor::Visitor | Actor::System => false,
    }
}
