//! A unit of work: one transaction, what it changes, and what it will have to say.
//!
//! Every writing operation is the same six steps: read, ask the rules, write, record, commit,
//! announce. [`Work`] is the last three, so that no operation can forget one: events and counter
//! differences are gathered while it works and written in [`Work::commit`].

use std::sync::Arc;

use domain::actor::{Actor, Permission, TakesPart};
use domain::counter::{self, Tally};
use domain::event::{By, What};
use domain::flow::Flow;
use domain::id::{AgentId, GroupId, TaskId, TicketId};
use domain::task::{Task, TaskState};
use domain::ticket::{Ticket, Trigger};
use domain::time::Timestamp;
use store::counters::Ledger;
use store::events::NewEvent;
use store::{Tx, participants, tasks, tickets};

use crate::error::allow;
use crate::remembered::Catalogue;
use crate::{Desk, DeskError, Result};

pub(crate) struct Work<'a> {
    pub desk: &'a Desk,
    pub actor: &'a Actor,
    pub catalogue: Arc<Catalogue>,
    pub tx: Tx,
    pub now: Timestamp,
    ledger: Ledger,
    events: Vec<NewEvent>,
}

/// A ticket with its tasks, locked, and as it was before anything was changed.
pub(crate) struct Case {
    pub ticket: Ticket,
    /// All of them, in the order they were opened.
    pub tasks: Vec<Task>,
    pub flow: Arc<Flow>,
    pub takes_part: TakesPart,
    /// Created in this unit of work.
    new: bool,
    before: Option<(Ticket, Vec<Task>)>,
}

impl Desk {
    pub(crate) async fn work<'a>(&'a self, actor: &'a Actor) -> Result<Work<'a>> {
        let catalogue = self.catalogue().await?;
        let tx = self.store.begin().await?;
        // Asked after the wait for the writer's place: events then grow in the order of their time.
        let now = self.clock.now();
        let (ledger, events) = (Ledger::default(), Vec::new());
        Ok(Work { desk: self, actor, catalogue, tx, now, ledger, events })
    }
}

impl Work<'_> {
    /// Locks a ticket the actor may read. One they may not read is not there.
    pub async fn case(&mut self, id: TicketId) -> Result<Case> {
        let ticket = tickets::lock(&mut self.tx, id).await?.ok_or(DeskError::NotFound)?;
        let takes_part = self.takes_part(&ticket).await?;
        if !self.actor.may(Permission::ReadTickets, &ticket.whose(takes_part)) {
            return Err(DeskError::NotFound);
        }
        self.loaded(ticket, takes_part).await
    }

    async fn loaded(&mut self, ticket: Ticket, takes_part: TakesPart) -> Result<Case> {
        let tasks = tasks::of_ticket(&mut self.tx, ticket.id).await?;
        let flow = self.catalogue.flow(ticket.flow)?;
        let before = Some((ticket.clone(), tasks.clone()));
        Ok(Case { ticket, tasks, flow, takes_part, new: false, before })
    }

    /// The case a task belongs to, and the task in it.
    pub async fn case_of_task(&mut self, task: TaskId) -> Result<(Case, Task)> {
        let ticket = tasks::ticket_of(&mut self.tx, task).await?.ok_or(DeskError::NotFound)?;
        let case = self.case(ticket).await?;
        let task = case.tasks.iter().find(|known| known.id == task).cloned();
        Ok((case, task.ok_or(DeskError::NotFound)?))
    }

    /// The same, for whoever the task is theirs and the ticket is not: a partner, or somebody who
    /// only answers. Anybody else's task is not there.
    pub async fn case_of_own_task(&mut self, task: TaskId) -> Result<(Case, Task)> {
        if self.actor.customer().is_some() {
            return self.case_of_question(task).await;
        }
        let found = tasks::find(&mut self.tx, task).await?.ok_or(DeskError::NotFound)?;
        if !crate::narrow::sees(self.actor, &found) {
            return Err(DeskError::NotFound);
        }
        let ticket = tickets::lock(&mut self.tx, found.ticket).await?.ok_or(DeskError::NotFound)?;
        let takes_part = self.takes_part(&ticket).await?;
        let case = self.loaded(ticket, takes_part).await?;
        // Once more, as it is now that the ticket is locked.
        let found = case.tasks.iter().find(|known| known.id == task).cloned();
        let found = found.filter(|found| crate::narrow::sees(self.actor, found));
        Ok((case, found.ok_or(DeskError::NotFound)?))
    }

    /// The same, for whoever goes on with the task they took. Where taking it was all there was to
    /// it, what it opened stands for it: a program claims, and then completes, one and the same id.
    pub async fn case_in_hand(&mut self, task: TaskId) -> Result<(Case, Task)> {
        let (case, found) = self.case_of_task(task).await?;
        let me = self.actor.agent().map(|agent| agent.id);
        let taken = found.handler.is_some() && found.handler == me;
        let by_claiming = case.flow.is_done_on_claim(&found.step);
        let opened = case.tasks.iter().find(|task| {
            task.handler == me && !task.state.is_over() && Some(task.created_at) == found.done_at
        });
        let in_hand = opened.filter(|_| taken && by_claiming).cloned().unwrap_or(found);
        Ok((case, in_hand))
    }

    async fn takes_part(&mut self, ticket: &Ticket) -> Result<TakesPart> {
        takes_part(&mut self.tx, self.actor, ticket.id).await
    }

    /// Passes only whoever may do this to this ticket.
    pub fn allow(&self, permission: Permission, case: &Case) -> Result<()> {
        allow(self.actor.may(permission, &case.ticket.whose(case.takes_part)))
    }

    /// Writes a ticket for the first time and gives it its id.
    pub async fn create(&mut self, mut ticket: Ticket) -> Result<Case> {
        let flow = self.catalogue.flow(ticket.flow)?;
        ticket.id = tickets::insert(&mut self.tx, &ticket).await?;
        self.ledger.moved(&self.tx, ticket.id, &[], &counter::of_ticket(&ticket));
        self.tally(&ticket, Tally::Created);
        if ticket.trigger.is_system() {
            self.tally(&ticket, Tally::CreatedBySystem);
        }
        let before = Some((ticket.clone(), Vec::new()));
        let (tasks, takes_part) = (Vec::new(), TakesPart::No);
        Ok(Case { ticket, tasks, flow, takes_part, new: true, before })
    }

    /// Writes what changed in a case. Promises of the ticket become those of its tasks here, and
    /// nowhere else.
    pub async fn save(&mut self, mut case: Case) -> Result<Ticket> {
        let (was, tasks_were) = case.before.take().unwrap_or_else(|| {
            unreachable!("a case is saved once: saving takes it");
        });
        case.settle_promises(self.now);
        if case.ticket != was {
            if !case.ticket.looks_like(&was) {
                case.ticket.updated_at = self.now;
            }
            tickets::update(&mut self.tx, &case.ticket).await?;
            let (from, to) = (counter::of_ticket(&was), counter::of_ticket(&case.ticket));
            self.ledger.moved(&self.tx, case.ticket.id, &from, &to);
        }
        for task in &case.tasks {
            let before = tasks_were.iter().find(|known| known.id == task.id);
            self.save_task(before, task).await?;
        }
        Ok(case.ticket)
    }

    async fn save_task(&mut self, before: Option<&Task>, task: &Task) -> Result<()> {
        if before == Some(task) {
            return Ok(());
        }
        let from = before.map(counter::of_task).unwrap_or_default();
        tasks::update(&mut self.tx, task).await?;
        self.ledger.moved(&self.tx, task.ticket, &from, &counter::of_task(task));
        Ok(())
    }

    /// Puts a new task into a case; it is written with its final form by [`Work::save`]. What set
    /// the ticket in motion set its first tasks in motion, too.
    pub async fn add_task(&mut self, case: &mut Case, mut task: Task) -> Result<TaskId> {
        task.trigger = if case.new { case.ticket.trigger } else { self.trigger() };
        task.id = tasks::insert(&mut self.tx, &task).await?;
        let id = task.id;
        self.ledger.moved(&self.tx, task.ticket, &[], &counter::of_task(&task));
        if let Some((_, tasks)) = &mut case.before {
            tasks.push(task.clone());
        }
        case.tasks.push(task);
        Ok(id)
    }

    /// Who sets in motion what is begun here.
    pub const fn trigger(&self) -> Trigger {
        Trigger::by_system(matches!(self.actor, Actor::System))
    }

    /// From now on `agent` takes part, at least so.
    pub async fn join(&mut self, ticket: TicketId, agent: AgentId, how: TakesPart) -> Result<()> {
        Ok(participants::add(&mut self.tx, ticket, agent, how).await?)
    }

    pub fn record(&mut self, ticket: TicketId, what: What) {
        let by = match self.actor {
            Actor::Agent(agent) => By::Agent(agent.id),
            Actor::Customer(id) | Actor::Link { customer: id, .. } => By::Customer(*id),
            Actor::Partner(partner) => By::Contact(partner.contact),
            Actor::Visitor | Actor::System => By::System,
        };
        self.record_by(ticket, by, what);
    }

    pub fn record_by(&mut self, ticket: TicketId, by: By, what: What) {
        self.events.push(NewEvent { ticket, by, at: self.now, what });
    }

    pub fn tally(&mut self, ticket: &Ticket, what: Tally) {
        self.tally_by(ticket, what, ticket.group, 1);
    }

    pub fn tally_by(&mut self, ticket: &Ticket, what: Tally, group: GroupId, by: i64) {
        self.ledger.tally_by(&self.tx, ticket.id, what, group, self.now, by);
    }

    pub async fn commit(mut self) -> Result<()> {
        store::events::append(&mut self.tx, &self.events).await?;
        self.ledger.write(&mut self.tx).await?;
        self.tx.commit().await?;
        if !self.events.is_empty() {
            self.desk.live.poke();
        }
        Ok(())
    }
}

/// What whoever asks has to do with a ticket.
pub(crate) async fn takes_part(tx: &mut Tx, actor: &Actor, ticket: TicketId) -> Result<TakesPart> {
    match actor.agent() {
        Some(agent) => Ok(participants::of(tx, ticket, agent.id).await?),
        None => Ok(TakesPart::No),
    }
}

impl Case {
    /// Tasks that are not over.
    pub fn open_tasks(&mut self) -> impl Iterator<Item = &mut Task> {
        self.tasks.iter_mut().filter(|task| !task.state.is_over())
    }

    pub fn task(&mut self, id: TaskId) -> Option<&mut Task> {
        self.tasks.iter_mut().find(|task| task.id == id)
    }

    /// Whoever did a step last.
    pub fn who_did(&self, step: &domain::flow::StepKey) -> Option<AgentId> {
        self.tasks
            .iter()
            .rev()
            .find(|task| task.step == *step && task.state == TaskState::Done)
            .and_then(|task| task.handler)
    }

    /// A task is due when its ticket is. A promise that was moved into the future is whole again.
    /// A step's own deadline counts when it is earlier.
    fn settle_promises(&mut self, now: Timestamp) {
        let due_at = self.ticket.due_at();
        self.ticket.overdue = self.ticket.overdue && due_at.is_some_and(|due| due < now);
        let overdue = self.ticket.overdue;
        for task in self.open_tasks() {
            task.due_at = task.earliest(due_at);
            task.overdue = overdue;
        }
    }
}
