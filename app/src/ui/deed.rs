//! Something a person set off, and how it is going.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::error::AppError;

/// While it is pending the button that set it off is busy; what went wrong stays until the next try.
#[derive(Clone, Copy)]
pub struct Deed {
    pub pending: RwSignal<bool>,
    pub error: RwSignal<Option<AppError>>,
}

impl Deed {
    pub fn new() -> Self {
        Self { pending: RwSignal::new(false), error: RwSignal::new(None) }
    }

    /// Does it, once at a time, and then what follows from it.
    pub fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T, AppError>> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        self.error.set(None);
        spawn_local(async move {
            let done = work.await;
            // Whoever asked may have left the page meanwhile.
            self.pending.try_set(false);
            match done {
                Ok(value) => then(value),
                Err(error) => drop(self.error.try_set(Some(error))),
            }
        });
    }
}

impl Default for Deed {
    fn default() -> Self {
        Self::new()
    }
}
