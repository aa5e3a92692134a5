//! What the desk does by itself: promised work, and noticing broken promises.
//!
//! The worker calls these; each is safe to call from several processes at once, and again after a
//! crash.

use domain::actor::Actor;
use domain::counter::Tally;
use domain::event::What;
use domain::id::TicketId;
use domain::job::{Done, Job, Lane};
use domain::time::Span;
use store::jobs::{self, Claimed};
use store::tickets;

use crate::{Desk, DeskError, Result};

/// How long a job is left alone while somebody does it; whoever dies is replaced after that. Calling
/// out takes longer, and says so itself.
const LEASE: Span = Span::seconds(20);
/// How often a job of the desk's own is tried.
const ATTEMPTS: i64 = 8;
/// Broken promises noticed in one go.
const SWEEP: u16 = 200;

impl Desk {
    /// Does one job that is due. Answers whether there was one.
    pub async fn do_next_job(&self) -> Result<bool> {
        self.do_next_of(Lane::Desk).await
    }

    /// Asks another system one thing that is due. Answers whether there was one.
    pub async fn make_next_call(&self) -> Result<bool> {
        self.do_next_of(Lane::Outside).await
    }

    async fn do_next_of(&self, lane: Lane) -> Result<bool> {
        let mut tx = self.store.begin().await?;
        let claimed = jobs::claim(&mut tx, lane, self.clock.now(), LEASE).await?;
        tx.commit().await?;
        let Some(claimed) = claimed else { return Ok(false) };
        let outcome = self.do_job(&claimed).await;
        self.settle(&claimed, outcome).await?;
        Ok(true)
    }

    async fn do_job(&self, Claimed { id, job, attempts }: &Claimed) -> Result<Done> {
        match job {
            Job::Wake { ticket } => self.wake(*ticket).await,
            Job::Close { ticket } => self.close_unopposed(*ticket).await,
            Job::Advance { task, outcome } => self.advance(*task, outcome).await,
            Job::InvitePartner { task } => self.invite_to(*task).await,
            Job::OpenChild { task, category } => self.open_child(*task, *category).await,
            Job::CallOut { item } => self.call_out(*item, *id).await,
            Job::Supervise { supervision } => self.press(*supervision).await,
            Job::TakeSnapshot { ticket, thing, number } => {
                self.take_snapshot(*ticket, *thing, number, *attempts).await
            }
        }
    }

    async fn settle(&self, claimed: &Claimed, outcome: Result<Done>) -> Result<()> {
        let mut tx = self.store.begin().await?;
        match outcome {
            Ok(Done::Done | Done::Obsolete) | Err(DeskError::NotFound | DeskError::NotNow(_)) => {
                jobs::finish(&mut tx, claimed.id).await?;
            }
            Ok(Done::Again { after }) => {
                jobs::retry(&mut tx, claimed.id, self.clock.now() + after).await?;
            }
            // What another system may have done is never left unanswered.
            Err(error) if claimed.attempts >= ATTEMPTS && claimed.job.lane() == Lane::Desk => {
                tracing::error!(job = ?claimed.job, %error, "a job was given up");
                jobs::give_up(&mut tx, claimed.id, &error.to_string()).await?;
            }
            Err(error) => {
                tracing::warn!(job = ?claimed.job, %error, "a job will be tried again");
                let later = self.clock.now() + Span::seconds(1 << claimed.attempts.min(8));
                jobs::retry(&mut tx, claimed.id, later).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }

    /// Notices promises that were broken since the last look: an event, a number, a mark on the
    /// task. Answers whether there may be more.
    pub async fn sweep_promises(&self) -> Result<bool> {
        let mut tx = self.store.read().await?;
        let breaking = tickets::breaking(&mut tx, self.clock.now(), SWEEP).await?;
        drop(tx);
        for ticket in &breaking {
            self.breach(*ticket).await?;
        }
        Ok(breaking.len() == usize::from(SWEEP))
    }

    async fn breach(&self, ticket: TicketId) -> Result<()> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let mut case = work.case(ticket).await?;
        let Some(due_at) = case.ticket.due_at().filter(|due| *due < work.now) else {
            return Ok(());
        };
        if case.ticket.overdue {
            return Ok(());
        }
        case.ticket.overdue = true;
        work.tally(&case.ticket, Tally::Breached);
        work.record(ticket, What::Breached { due_at });
        work.save(case).await?;
        work.commit().await
    }
}
