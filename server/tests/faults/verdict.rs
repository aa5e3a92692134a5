//! What became of everything, read from the database and from the shop's own ledger.

use std::collections::BTreeSet;

use domain::event::What;
use domain::id::TicketId;
use domain::outbox::OutboxState;
use domain::task::{Task, TaskState};
use store::Store;
use testkit::Shop;

use crate::desk::Prepared;

#[derive(Debug, Default)]
pub struct Verdict {
    tickets: u32,
    confirmed: u32,
    refused: u32,
    /// What a person has to find out: it may have been done, and then it is at the shop once.
    unknown: u32,
    /// Keys the shop was asked for more than once.
    asked_again: usize,
    /// Effects at the shop that no ticket knows of, or that are there twice. Where a person was told
    /// that nobody knows, that is known.
    strange: Vec<String>,
}

impl Verdict {
    pub async fn of(prepared: &Prepared, shop: &Shop) -> Self {
        let effects = shop.effects().await;
        let mut verdict = Self {
            asked_again: effects.iter().filter(|effect| effect.asked > 1).count(),
            ..Self::default()
        };
        let mut known = BTreeSet::new();
        for ticket in tickets(&prepared.store).await {
            verdict.look_at(prepared, ticket, &mut known).await;
        }
        let mut seen = BTreeSet::new();
        for effect in &effects {
            let is_known = known.contains(&effect.reference) || known.contains(&effect.key);
            if !is_known || !seen.insert(effect.key.clone()) {
                verdict.strange.push(format!("{effect:?}"));
            }
        }
        let mut tx = prepared.store.read().await.unwrap();
        let (kept, counted) = (
            store::recount::kept(&mut tx).await.unwrap(),
            store::recount::counted(&mut tx).await.unwrap(),
        );
        assert_eq!(kept, counted, "the numbers are what a count says");
        verdict
    }

    async fn look_at(
        &mut self,
        prepared: &Prepared,
        ticket: TicketId,
        known: &mut BTreeSet<String>,
    ) {
        let mut tx = prepared.store.read().await.unwrap();
        let tasks = store::tasks::of_ticket(&mut tx, ticket).await.unwrap();
        let items = store::outbox::of_ticket(&mut tx, ticket).await.unwrap();
        drop(tx);
        let of_step = |step: &str| -> Vec<&Task> {
            tasks.iter().filter(|task| task.step.as_str() == step).collect()
        };
        assert_eq!(items.len(), 1, "one promise for {ticket}: {items:?}");
        assert_eq!(of_step("refund").len(), 1, "one step for {ticket}");
        self.tickets += 1;
        let (fixes, tells) = (of_step("fix").len(), of_step("tell").len());
        match items[0].state {
            OutboxState::Confirmed => {
                self.confirmed += 1;
                let reference = items[0].reference.clone();
                known.insert(reference.expect("no refund without a reference"));
                assert_eq!((fixes, tells), (0, 1), "{ticket} goes on once");
            }
            OutboxState::Refused => {
                self.refused += 1;
                assert_eq!((fixes, tells), (1, 0), "exactly one task follows for {ticket}");
            }
            OutboxState::Unknown => {
                self.unknown += 1;
                // Only whoever has tried as often as it may gives up, and leaves it to a person.
                assert_eq!(items[0].tries, Shop::TRIES, "{ticket} was given up early");
                known.insert(items[0].key.clone());
                assert_eq!((fixes, tells), (1, 0), "exactly one task follows for {ticket}");
            }
            OutboxState::Queued | OutboxState::Sent => panic!("{ticket} was not settled"),
        }
        as_events_say(&prepared.store, ticket, &tasks).await;
    }

    pub fn check(&self, kills: u32) {
        assert_eq!(self.tickets, kills);
        let failed = self.refused + self.unknown;
        assert_eq!(self.confirmed + failed, kills);
        assert!(failed >= kills / 5, "what was too much was refused");
        assert!(self.asked_again > 0, "no answer was ever lost, so nothing was tried");
        assert!(self.strange.is_empty(), "{:?}", self.strange);
    }
}

/// Tasks that wait for the shop.
pub async fn waiting(prepared: &Prepared) -> usize {
    let mut waiting = 0;
    for ticket in tickets(&prepared.store).await {
        let mut tx = prepared.store.read().await.unwrap();
        let tasks = store::tasks::of_ticket(&mut tx, ticket).await.unwrap();
        waiting += tasks.iter().filter(|it| it.state == TaskState::WaitingExternal).count();
    }
    waiting
}

async fn tickets(store: &Store) -> Vec<TicketId> {
    let rows: Vec<i64> = match store {
        Store::Sqlite { readers, .. } => {
            sqlx::query_scalar("SELECT id FROM tickets ORDER BY id").fetch_all(readers).await
        }
        Store::Postgres(pool) => {
            sqlx::query_scalar("SELECT id FROM tickets ORDER BY id").fetch_all(pool).await
        }
    }
    .unwrap();
    rows.into_iter().map(TicketId).collect()
}

/// A task is open exactly when an event opened it and none has ended it.
async fn as_events_say(store: &Store, ticket: TicketId, tasks: &[Task]) {
    let mut tx = store.read().await.unwrap();
    let events = store::timelines::page(&mut tx, ticket, None, 100).await.unwrap();
    let mut open = BTreeSet::new();
    for entry in events.entries.iter().rev() {
        match &entry.event.what {
            What::TaskOpened { task, .. } => drop(open.insert(*task)),
            What::StepCompleted { task, .. } | What::StepFailed { task, .. } => {
                open.remove(task);
            }
            _ => {}
        }
    }
    let rows: BTreeSet<_> =
        tasks.iter().filter(|task| !task.state.is_over()).map(|task| task.id).collect();
    assert_eq!(rows, open, "the tasks of {ticket} are what its events say");
}
