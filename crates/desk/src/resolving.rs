//! Ending a matter, and beginning it again (D-07, D-10, D-31).

use domain::actor::{Actor, Permission, TakesPart};
use domain::counter::Tally;
use domain::due::Clocks;
use domain::event::What;
use domain::flow::Outcome;
use domain::id::TicketId;
use domain::job::{Done, Job};
use domain::state::{StateCategory, TicketAct};
use domain::ticket::ResolutionCode;
use domain::time::{Span, Timestamp};
use store::Tx;

use crate::flows::{Ended, Hand};
use crate::tasks::optional_reason;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// How long a customer may say "not solved" before a resolved ticket closes by itself.
const OBJECTION: Span = Span::days(7);

/// How a matter ends.
pub(crate) struct Ending {
    pub code: ResolutionCode,
    pub note: Option<String>,
}

impl Desk {
    /// Finishes every open step of the flow and says how the matter ended.
    pub async fn resolve(
        &self,
        actor: &Actor,
        ticket: TicketId,
        code: ResolutionCode,
        note: Option<String>,
    ) -> Result<()> {
        let note = optional_reason("note", note)?;
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.may_end(&case)?;

        work.end(&mut case, Ending { code, note }).await?;
        work.save(case).await?;
        work.commit().await
    }

    /// "Not solved": the same ticket, with its history, counted.
    pub async fn reopen(
        &self,
        actor: &Actor,
        ticket: TicketId,
        reason: Option<String>,
    ) -> Result<()> {
        let reason = optional_reason("reason", reason)?;
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Reopen, &case)?;

        work.begin_again(&mut case, reason).await?;
        work.save(case).await?;
        work.commit().await
    }

    /// The customer agrees, or an agent says nothing more will come.
    pub async fn close(&self, actor: &Actor, ticket: TicketId) -> Result<()> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Close, &case)?;
        work.may_close(&case).await?;

        work.close(&mut case)?;
        work.save(case).await?;
        work.commit().await
    }

    /// Closes what was resolved long enough ago. A ticket that was reopened meanwhile, even if it
    /// has been resolved again since, keeps its own time; one that is supervised waits for that to
    /// be lifted.
    pub(crate) async fn close_unopposed(&self, ticket: TicketId) -> Result<Done> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let mut case = work.case(ticket).await?;
        let ripe = case.ticket.resolved_at.is_some_and(|at| at + OBJECTION <= work.now);
        let for_people =
            case.ticket.supervised > 0 || work.catalogue.tree.is_people_only(case.ticket.category);
        if case.ticket.state.category() != StateCategory::Resolved || !ripe || for_people {
            return Ok(Done::Obsolete);
        }

        work.close(&mut case)?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Done::Done)
    }
}

impl Work<'_> {
    /// In a strict flow only the flow ends a ticket; a leader may cut it short.
    pub fn may_end(&self, case: &Case) -> Result<()> {
        self.allow(Permission::Resolve, case)?;
        if case.flow.strict && self.allow(Permission::Reassign, case).is_err() {
            return Err(DeskError::NotNow("flow"));
        }
        Ok(())
    }

    pub async fn end(&mut self, case: &mut Case, ending: Ending) -> Result<()> {
        let Ending { code, note } = ending;
        case.act(TicketAct::Resolve)?;
        let me = self.actor.agent().map(|agent| agent.id);
        for task in case.in_hand(|_| true) {
            let ended = Ended { by: me, outcome: Outcome::done(), answer: None };
            self.finish(case, task, ended)?;
        }
        // What others were asked for is no longer needed.
        self.cancel_tasks(case)?;
        let ticket = &mut case.ticket;
        ticket.owner = ticket.owner.or(me);
        ticket.wait = None;
        ticket.clocks = ticket.clocks.resume(self.now).respond(self.now);
        ticket.resolution = Some(code);
        ticket.resolved_at = Some(self.now);
        let id = ticket.id;
        if let Some(me) = me {
            self.join(id, me, TakesPart::Working).await?;
        }
        self.advance_parents(id).await?;
        self.tally(&case.ticket, Tally::Resolved);
        self.record(id, What::TicketResolved { code, note });
        close_later(&mut self.tx, id, self.now).await
    }

    pub async fn begin_again(&mut self, case: &mut Case, reason: Option<String>) -> Result<()> {
        case.act(TicketAct::Reopen)?;
        let leaf = self.catalogue.tree.get(case.ticket.category).and_then(|category| category.leaf);
        let targets = leaf.ok_or(DeskError::NotFound)?.targets;
        let ticket = &mut case.ticket;
        ticket.reopens += 1;
        ticket.resolution = None;
        ticket.resolved_at = None;
        ticket.closed_at = None;
        // A new promise; the first answer was given long ago.
        ticket.clocks = Clocks::start(targets, self.now).respond(self.now);
        let (id, count, owner) = (ticket.id, ticket.reopens, ticket.owner);
        self.record(id, What::TicketReopened { count, reason: reason.clone() });
        let plan = case.flow.resume();
        let _ = self.carry_out(case, plan, Hand { from: owner, note: reason }).await?;
        if case.open_tasks().all(|task| task.handler.is_none()) {
            case.act(TicketAct::Release)?;
        }
        Ok(())
    }

    /// Steps of other tickets that wait for this one.
    async fn advance_parents(&mut self, child: TicketId) -> Result<()> {
        for task in store::tasks::waiting_for(&mut self.tx, child).await? {
            let job = Job::Advance { task, outcome: Outcome::done() };
            store::jobs::push(&mut self.tx, &job, self.now).await?;
        }
        Ok(())
    }

    fn close(&mut self, case: &mut Case) -> Result<()> {
        case.act(TicketAct::Close)?;
        case.ticket.closed_at = Some(self.now);
        self.record(case.ticket.id, What::TicketClosed);
        Ok(())
    }
}

/// Promises to close a ticket that was resolved then, unless somebody objects.
pub(crate) async fn close_later(
    tx: &mut Tx,
    ticket: TicketId,
    resolved_at: Timestamp,
) -> Result<()> {
    Ok(store::jobs::push(tx, &Job::Close { ticket }, resolved_at + OBJECTION).await?)
}
