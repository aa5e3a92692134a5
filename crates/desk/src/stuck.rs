//! Noticing tickets that run badly 运行不畅 (H-05), so that a leader hears of them before the
//! customer shouts.
//!
//! Nothing is decided here: what is usual is learned from finished steps, and what is stuck is
//! [`domain::stuck`]'s to say. The worker does both, each at its own pace; pages read the marks.

use std::collections::BTreeMap;

use domain::actor::{Actor, Permission};
use domain::id::TicketId;
use domain::stuck::{self, LEARNED_FROM, OnItsWay, Thresholds, Trouble};
use domain::ticket::Ticket;
use domain::time::Span;
use store::stuck::Suspect;
use store::{Tx, settings, step_times};

use crate::error::allow;
use crate::remembered::Catalogue;
use crate::{Desk, DeskError, Result};

const THRESHOLDS: &str = "stuck_thresholds";
pub(crate) const LEARNED: (&str, Span) = ("step_times_learned_at", Span::hours(6));
const LOOKED: (&str, Span) = ("stuck_looked_at", Span::minutes(1));

impl Desk {
    pub async fn stuck_thresholds(&self, actor: &Actor) -> Result<Thresholds> {
        allow(actor.may_ever(Permission::ReadBoards))?;
        thresholds(&mut self.store.read().await?).await
    }

    /// Counts from the next look on.
    pub async fn set_stuck_thresholds(&self, actor: &Actor, new: Thresholds) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let new = new.check().map_err(|(field, flaw)| DeskError::invalid(field, flaw))?;
        let mut tx = self.store.begin().await?;
        let json = serde_json::to_string(&new).unwrap_or_default();
        settings::set(&mut tx, THRESHOLDS, &json).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The worker's part: does what it is time for, in one of several processes.
    pub async fn watch_for_stuck(&self) -> Result<()> {
        if self.is_my_turn(LEARNED).await? {
            self.learn_step_times().await?;
        }
        if self.is_my_turn(LOOKED).await? {
            self.look_for_stuck().await?;
        }
        Ok(())
    }

    pub(crate) async fn is_my_turn(&self, (key, every): (&str, Span)) -> Result<bool> {
        let now = self.clock.now();
        // Most of the time it is not, and a look is cheaper than a place to write.
        let mut tx = self.store.read().await?;
        let last: Option<i64> = settings::get(&mut tx, key).await?.and_then(|it| it.parse().ok());
        drop(tx);
        if last.is_some_and(|last| last > (now - every).0) {
            return Ok(false);
        }
        let mut tx = self.store.begin().await?;
        let mine = settings::take_turn(&mut tx, key, now, every).await?;
        tx.commit().await?;
        Ok(mine)
    }

    /// Reads first and writes afterwards, so that nobody waits while it reads.
    pub async fn learn_step_times(&self) -> Result<()> {
        let mut tx = self.store.read().await?;
        let times = step_times::learn(&mut tx, self.clock.now() - LEARNED_FROM).await?;
        drop(tx);
        let mut tx = self.store.begin().await?;
        step_times::replace(&mut tx, &times).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Marks what is stuck now, and takes the mark from what no longer is.
    pub async fn look_for_stuck(&self) -> Result<()> {
        let catalogue = self.catalogue().await?;
        let now = self.clock.now();
        let mut tx = self.store.read().await?;
        let thresholds = thresholds(&mut tx).await?;
        let suspects = store::stuck::suspects(&mut tx, &thresholds, now).await?;
        let noticed = store::stuck::noticed(&mut tx).await?;
        drop(tx);
        let mut found: BTreeMap<TicketId, Vec<Trouble>> = BTreeMap::new();
        for suspect in suspects {
            let troubles = found.entry(suspect.ticket).or_default();
            let more = stuck::troubles(&on_its_way(&suspect, &catalogue), &thresholds, now);
            let new: Vec<Trouble> = more.into_iter().filter(|it| !troubles.contains(it)).collect();
            troubles.extend(new);
        }
        found.retain(|_, troubles| !troubles.is_empty());
        for ticket in noticed.keys().filter(|ticket| !found.contains_key(ticket)) {
            self.mark_stuck(*ticket, &[]).await?;
        }
        for (ticket, troubles) in found {
            if noticed.get(&ticket) != Some(&troubles) {
                self.mark_stuck(ticket, &troubles).await?;
            }
        }
        Ok(())
    }

    async fn mark_stuck(&self, ticket: TicketId, troubles: &[Trouble]) -> Result<()> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let mut case = work.case(ticket).await?;
        case.ticket.stuck = !troubles.is_empty();
        if case.ticket.stuck {
            let now = work.now;
            store::stuck::note(&mut work.tx, ticket, troubles, now).await?;
        } else {
            store::stuck::forget(&mut work.tx, ticket).await?;
        }
        work.save(case).await?;
        work.commit().await
    }
}

/// Why a ticket runs badly, if it does.
pub(crate) async fn of(tx: &mut Tx, ticket: &Ticket) -> Result<Vec<Trouble>> {
    if !ticket.is_stuck() {
        return Ok(Vec::new());
    }
    let mut found = store::stuck::of(tx, [ticket.id]).await?;
    Ok(found.remove(&ticket.id).unwrap_or_default())
}

pub(crate) async fn thresholds(tx: &mut Tx) -> Result<Thresholds> {
    let kept = settings::get(tx, THRESHOLDS).await?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

fn on_its_way(suspect: &Suspect, catalogue: &Catalogue) -> OnItsWay {
    OnItsWay {
        step: name(suspect, catalogue),
        since: suspect.since,
        usual: suspect.usual,
        transfers: suspect.transfers,
        reopens: suspect.reopens,
    }
}

/// What people call the step, or the beginning of what was asked.
fn name(suspect: &Suspect, catalogue: &Catalogue) -> String {
    const ENOUGH: usize = 20;
    if let Some(question) = &suspect.question {
        return question.chars().take(ENOUGH).collect();
    }
    let flow = catalogue.flow(suspect.flow).ok();
    let step = flow.as_ref().and_then(|flow| flow.step(&suspect.step));
    step.map_or_else(|| suspect.step.0.clone(), |step| step.name.clone())
}
