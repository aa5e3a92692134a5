//! Reminding whoever has the ticket (D-15).

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::{TaskId, TicketId};
use domain::time::Span;
use store::{attempts, urged_tasks};

use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// An urge is heard once an hour from each side; more would be noise.
const URGE_WINDOW: Span = Span::hours(1);

impl Desk {
    /// Counted, visible, and heard at most once an hour from the same side. Whoever has a task of
    /// it in hand finds it marked until they look.
    pub async fn urge(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Urge, &case)?;
        if !case.ticket.state.category().is_live() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        let key = format!("urge:{ticket}:{}", side(&work, &case));
        let now = work.now;
        if let Some(again_at) = attempts::take(&mut work.tx, &key, URGE_WINDOW, 1, now).await? {
            return Err(DeskError::TooOften { again_at });
        }

        work.mark_urged(&mut case).await?;
        case.ticket.urges += 1;
        let count = case.ticket.urges;
        work.record(ticket, What::TicketUrged { count });
        work.save(case).await?;
        work.commit().await
    }
}

impl Work<'_> {
    /// Nobody reminds themselves.
    async fn mark_urged(&mut self, case: &mut Case) -> Result<()> {
        let me = self.actor.agent().map(|agent| agent.id);
        let of_others = case.open_tasks().filter(|task| me.is_none() || task.handler != me);
        let urged: Vec<TaskId> = of_others.map(|task| task.id).collect();
        for task in urged {
            urged_tasks::mark(&mut self.tx, task, self.now).await?;
        }
        Ok(())
    }
}

/// Who waits: the customer, a colleague, or a leader. None of them is kept from being heard by
/// another.
fn side(work: &Work<'_>, case: &Case) -> &'static str {
    if work.actor.customer().is_some() {
        "customer"
    } else if work.allow(Permission::Supervise, case).is_ok() {
        "leader"
    } else {
        "desk"
    }
}
