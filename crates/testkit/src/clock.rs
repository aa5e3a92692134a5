//! Time, as far as tests are concerned.

use std::sync::atomic::{AtomicI64, Ordering};

use desk::Clock;
use domain::time::{Span, Timestamp};

/// 2026-01-02T12:00:00Z.
const NOON: i64 = 1_767_355_200_000;

/// Stands at noon until it is moved.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl Default for TestClock {
    fn default() -> Self {
        Self(AtomicI64::new(NOON))
    }
}

impl TestClock {
    pub fn pass(&self, time: Span) {
        self.0.fetch_add(time.0, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}
