//! A clock for telling what happened in two months within a minute.

use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Timestamp;

use crate::Clock;

#[derive(Debug)]
pub struct DemoClock(AtomicI64);

impl DemoClock {
    pub const fn at(time: Timestamp) -> Self {
        Self(AtomicI64::new(time.0))
    }

    /// Never backwards.
    pub fn set(&self, time: Timestamp) {
        self.0.fetch_max(time.0, Ordering::SeqCst);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}
