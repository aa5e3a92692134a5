//! Putting a ticket aside until somebody outside acts, or a time comes (D-09, D-12).

use domain::actor::Actor;
use domain::id::TicketId;
use domain::ticket::WaitFor;
use domain::time::Timestamp;

use crate::{Desk, Result};

#[derive(Clone, Debug)]
pub struct WaitPlan {
    pub wait_for: WaitFor,
    pub reason: String,
    pub wake_at: Option<Timestamp>,
}

impl Desk {
    pub async fn wait(&self, actor: &Actor, ticket: TicketId, plan: WaitPlan) -> Result<()> {
        let _ = (actor, ticket, plan);
        unimplemented!()
    }

    /// Back to work before its time.
    pub async fn resume(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let _ = (actor, ticket);
        unimplemented!()
    }
}
