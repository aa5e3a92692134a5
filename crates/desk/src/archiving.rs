//! Putting away what has long been over (D-23): out of the lists, still found by its words and its
//! number, and still part of every number of what happened.

use domain::actor::{Actor, Permission};
use domain::archive::ArchiveAfter;
use domain::event::What;
use domain::id::TicketId;
use domain::invalid::Flaw;
use domain::state::TicketAct;
use domain::time::Span;
use store::{Tx, settings, tickets};

use crate::error::allow;
use crate::{Desk, DeskError, Result};

const KEY: &str = "archive_after_days";
/// What is days old can wait for a minute.
const LOOKED: (&str, Span) = ("archive_looked_at", Span::minutes(1));
/// Tickets put away in one go.
const SWEEP: u16 = 100;

impl Desk {
    /// Counts from the next look on. What is archived stays archived.
    pub async fn set_archive_after(&self, actor: &Actor, days: u16) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let after: ArchiveAfter =
            days.try_into().map_err(|flaw: Flaw| DeskError::invalid("days", flaw))?;
        let mut tx = self.store.begin().await?;
        settings::set(&mut tx, KEY, &after.get().to_string()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether it is time to look for old tickets, for one of several processes.
    pub async fn is_time_to_archive(&self) -> Result<bool> {
        self.is_my_turn(LOOKED).await
    }

    /// The worker's part. Answers whether there may be more.
    pub async fn archive_old(&self) -> Result<bool> {
        let mut tx = self.store.read().await?;
        let before = self.clock.now() - after(&mut tx).await?.span();
        let old = tickets::to_archive(&mut tx, before, SWEEP).await?;
        drop(tx);
        for ticket in &old {
            self.archive(*ticket).await?;
        }
        Ok(old.len() == usize::from(SWEEP))
    }

    async fn archive(&self, ticket: TicketId) -> Result<()> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let mut case = work.case(ticket).await?;
        // Reopened, or put away by another process, since it was found.
        if case.ticket.state.after(TicketAct::Archive).is_none() {
            return Ok(());
        }
        case.act(TicketAct::Archive)?;
        work.record(ticket, What::TicketArchived);
        work.save(case).await?;
        work.commit().await
    }
}

pub(crate) async fn after(tx: &mut Tx) -> Result<ArchiveAfter> {
    let days = settings::get(tx, KEY).await?.and_then(|days| days.parse::<u16>().ok());
    Ok(days.and_then(|days| days.try_into().ok()).unwrap_or_default())
}
