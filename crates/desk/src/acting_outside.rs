//! Operating another system from a ticket by hand (J-03).

use domain::actor::{Actor, Permission};
use domain::business::PossibleAct;
use domain::connector::operation::Does;
use domain::id::{TaskId, TicketId};
use domain::invalid::Flaw;
use domain::outbox::OutboxItem;
use domain::task::{Asked, Task, TaskKind, TaskState};
use store::outbox;

use crate::error::allow;
use crate::flows::asked_step;
use crate::once::{Once, fingerprint};
use crate::outbox::{Errand, particulars};
use crate::pages::readable;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Asks another system to do something for a ticket: a task waits for the answer. The same key
    /// twice asks once; without one, so does asking while the same is still under way.
    pub async fn run_action(
        &self,
        actor: &Actor,
        ticket: TicketId,
        errand: Errand,
        key: Option<String>,
    ) -> Result<()> {
        let once = key.map(|key| Once {
            whose: Once::whose(actor),
            key,
            request: fingerprint(&(ticket, &errand.connector, &errand.operation, &errand.with)),
        });
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Resolve, &case)?;
        if work.done_before(once.as_ref()).await?.is_some() {
            return Ok(());
        }
        work.must_be_an_action(&errand)?;
        work.must_not_be_under_way(ticket, &errand).await?;

        let task = work.open_waiting(&mut case, &errand).await?;
        work.promise_action(&case, task, errand).await?;
        work.remember(once.as_ref(), ticket, None).await?;
        work.save(case).await?;
        work.commit().await
    }

    /// What other systems can be asked to do for a ticket, and what would have to be said.
    pub async fn possible_acts(&self, actor: &Actor, ticket: TicketId) -> Result<Vec<PossibleAct>> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.read().await?;
        let (ticket, takes_part) = readable(&mut tx, actor, ticket).await?;
        allow(actor.may(Permission::Resolve, &ticket.whose(takes_part)))?;
        let known = particulars(&mut tx, &catalogue, &ticket).await?;
        let mut acts: Vec<PossibleAct> =
            catalogue.connectors.values().flat_map(|it| it.acts(&known)).collect();
        acts.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(acts)
    }

    /// What other systems were asked to do for a ticket, and how that went.
    pub async fn actions_of(&self, actor: &Actor, ticket: TicketId) -> Result<Vec<OutboxItem>> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        readable(&mut tx, actor, ticket).await?;
        Ok(outbox::of_ticket(&mut tx, ticket).await?)
    }
}

impl Work<'_> {
    fn must_be_an_action(&self, errand: &Errand) -> Result<()> {
        let unknown = || DeskError::invalid("operation", Flaw::Unknown);
        let connector = self.catalogue.connectors.get(&errand.connector).ok_or_else(unknown)?;
        let operation = connector.operation(&errand.operation).ok_or_else(unknown)?;
        match operation.does {
            Does::Act { .. } => Ok(()),
            Does::Look { .. } => Err(DeskError::invalid("operation", Flaw::NotOffered)),
        }
    }

    async fn must_not_be_under_way(&mut self, ticket: TicketId, errand: &Errand) -> Result<()> {
        let items = outbox::of_ticket(&mut self.tx, ticket).await?;
        let same = |item: &&OutboxItem| {
            item.action.connector == errand.connector && item.action.operation == errand.operation
        };
        match items.iter().filter(same).find(|item| !item.state.is_settled()) {
            Some(item) => Err(DeskError::NotNow(item.state.as_str())),
            None => Ok(()),
        }
    }

    /// A task nobody has to do anything about until the answer is there.
    async fn open_waiting(&mut self, case: &mut Case, errand: &Errand) -> Result<TaskId> {
        let (ticket, group) = (case.ticket.id, case.ticket.group);
        let by = self.actor.agent().map(|agent| agent.id);
        let asked = Asked { by, question: self.action(errand).name, holds: None };
        let task = Task::new(TaskId(0), ticket, asked_step(), group, self.now);
        let state = TaskState::WaitingExternal;
        let task = Task { kind: TaskKind::Asked, state, asked: Some(asked), ..task };
        self.open_task(case, task, None).await
    }
}
