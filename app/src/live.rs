//! News as the browser hears it: one stream for all tabs, and signals that say "ask again".
//!
//! News is an invalidation, not data. What changed is asked for through the one
//! permission-checked path, like everything else.

mod listening;

use domain::id::TicketNumber;
use leptos::prelude::*;

/// News of this long are told together: a ticket rarely changes once.
const TOGETHER: std::time::Duration = std::time::Duration::from_millis(150);

/// What has changed, as one tab knows it.
#[derive(Clone, Copy)]
pub struct Live {
    batch: RwSignal<Batch>,
    coming: StoredValue<Batch>,
    lost: RwSignal<bool>,
}

/// What changed since the batch before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Batch {
    number: u64,
    tickets: Vec<TicketNumber>,
    everything: bool,
}

impl Live {
    /// Begins to listen; the frame of the workspace calls this once.
    pub fn provide() {
        let live = Self {
            batch: RwSignal::default(),
            coming: StoredValue::default(),
            lost: RwSignal::new(false),
        };
        provide_context(live);
        Effect::new(move || listening::listen(live));
    }

    /// Grows when anything changes.
    pub fn all(self) -> Signal<u64> {
        Signal::derive(move || self.batch.read().number)
    }

    /// Grows when this ticket changes.
    pub fn of(self, ticket: TicketNumber) -> Signal<u64> {
        let version = Memo::new(move |before: Option<&u64>| {
            let batch = self.batch.read();
            let concerns = batch.everything || batch.tickets.contains(&ticket);
            before.copied().unwrap_or_default() + u64::from(concerns)
        });
        version.into()
    }

    /// The stream is broken, and what is shown may be old.
    pub fn lost(self) -> Signal<bool> {
        self.lost.into()
    }

    /// Says at once that this ticket changed: one did it oneself, and does not wait for the news.
    pub fn touch(self, ticket: TicketNumber) {
        self.coming.update_value(|coming| coming.tickets.push(ticket));
        self.tell();
    }

    fn hear(self, ticket: TicketNumber) {
        let quiet = self.coming.with_value(Batch::is_empty);
        self.coming.update_value(|coming| coming.tickets.push(ticket));
        if quiet {
            set_timeout(move || self.tell(), TOGETHER);
        }
    }

    fn hear_everything(self) {
        let quiet = self.coming.with_value(Batch::is_empty);
        self.coming.update_value(|coming| coming.everything = true);
        if quiet {
            set_timeout(move || self.tell(), TOGETHER);
        }
    }

    fn tell(self) {
        let Some(coming) = self.coming.try_update_value(std::mem::take) else { return };
        if !coming.is_empty() {
            self.batch.update(|batch| *batch = Batch { number: batch.number + 1, ..coming });
        }
    }
}

impl Batch {
    fn is_empty(&self) -> bool {
        self.tickets.is_empty() && !self.everything
    }
}

/// The news of this page.
pub fn live() -> Live {
    use_context().unwrap_or_else(|| Live {
        batch: RwSignal::default(),
        coming: StoredValue::default(),
        lost: RwSignal::new(false),
    })
}
