//! Taking, finishing and returning tasks.

use domain::actor::Actor;
use domain::event::Told;
use domain::id::{TaskId, TicketId};

use crate::{Desk, Result};

impl Desk {
    /// Takes a task from the queue. Where the flow says that taking it is all there is to it, the
    /// next step opens for the same person. Answers with the ticket.
    pub async fn claim(&self, actor: &Actor, task: TaskId) -> Result<TicketId> {
        let _ = (actor, task);
        unimplemented!()
    }

    /// Finishes a task; the flow opens what comes next, and after the last step the ticket is
    /// resolved. `told` says how telling the customer went, where the step is about that.
    pub async fn complete(
        &self,
        actor: &Actor,
        task: TaskId,
        note: Option<String>,
        told: Option<Told>,
    ) -> Result<TicketId> {
        let _ = (actor, task, note, told);
        unimplemented!()
    }

    /// Returns a task, with the reason, to whoever had the step before, or to the queue.
    pub async fn send_back(&self, actor: &Actor, task: TaskId, reason: String) -> Result<TicketId> {
        let _ = (actor, task, reason);
        unimplemented!()
    }
}
