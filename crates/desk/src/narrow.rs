//! One task, for whoever answers it and need not know the rest of the ticket: a partner from
//! outside, business staff inside (D-05, D-26).

mod answering;
mod customers;
mod looking;
mod signing;

use domain::actor::Actor;
use domain::task::Task;

pub(crate) use customers::{is_for_customer, question};

/// The task is theirs to see, whatever of its ticket is. Customers see the ticket, and on its page
/// what it asks them.
pub(crate) fn sees(actor: &Actor, task: &Task) -> bool {
    match actor {
        Actor::Agent(agent) => task.handler == Some(agent.id),
        Actor::Partner(partner) => partner.may_see(task),
        Actor::Customer(_) | Actor::Link { .. } | Actor::Visitor | Actor::System => false,
    }
}
