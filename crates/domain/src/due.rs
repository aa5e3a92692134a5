//! Promises and how a ticket stands against them.
//!
//! Until policies exist, a category leaf promises a first answer and a resolution within so many
//! hours. The clock stands while the ticket waits for somebody outside.

use serde::{Deserialize, Serialize};

use crate::time::{Span, Timestamp};

/// What a leaf promises, in hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Targets {
    pub first_response_hours: u16,
    pub resolution_hours: u16,
}

/// The two clocks of a ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clocks {
    pub first_response_due: Option<Timestamp>,
    pub resolution_due: Option<Timestamp>,
    pub first_responded_at: Option<Timestamp>,
    /// Since when the clock has been standing.
    pub paused_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NoPromise,
    OnTime { left: Span },
    Late { by: Span },
}

impl Clocks {
    pub fn start(targets: Targets, now: Timestamp) -> Self {
        Self {
            first_response_due: Some(now + Span::hours(targets.first_response_hours.into())),
            resolution_due: Some(now + Span::hours(targets.resolution_hours.into())),
            first_responded_at: None,
            paused_at: None,
        }
    }

    /// The promise that breaks first. Nothing is due while the clock stands.
    pub fn due_at(&self) -> Option<Timestamp> {
        if self.paused_at.is_some() {
            return None;
        }
        let first = self.first_response_due.filter(|_| self.first_responded_at.is_none());
        [first, self.resolution_due].into_iter().flatten().min()
    }

    #[must_use]
    pub fn respond(self, now: Timestamp) -> Self {
        Self { first_responded_at: self.first_responded_at.or(Some(now)), ..self }
    }

    #[must_use]
    pub fn pause(self, now: Timestamp) -> Self {
        Self { paused_at: self.paused_at.or(Some(now)), ..self }
    }

    /// The time spent waiting is given back.
    #[must_use]
    pub fn resume(self, now: Timestamp) -> Self {
        let Some(paused_at) = self.paused_at else { return self };
        let waited = now - paused_at;
        let later = |due: Option<Timestamp>| due.map(|due| due + waited);
        Self {
            first_response_due: later(self.first_response_due),
            resolution_due: later(self.resolution_due),
            paused_at: None,
            ..self
        }
    }
}

/// `now` comes from the caller: the server's clock when it decides, the browser's when it counts
/// down.
pub fn standing(due_at: Option<Timestamp>, now: Timestamp) -> Standing {
    match due_at.map(|due| due - now) {
        None => Standing::NoPromise,
        Some(left) if left.0 < 0 => Standing::Late { by: Span(-left.0) },
        Some(left) => Standing::OnTime { left },
    }
}

#[cfg(test)]
mod tests {
    use super::{Clocks, Standing, Targets, standing};
    use crate::time::{Span, Timestamp};

    const NOON: Timestamp = Timestamp(1_767_355_200_000);
    const TARGETS: Targets = Targets { first_response_hours: 2, resolution_hours: 24 };

    #[test]
    fn the_first_answer_is_due_before_the_solution() {
        let clocks = Clocks::start(TARGETS, NOON);

        assert_eq!(clocks.due_at(), Some(NOON + Span::hours(2)));
        assert_eq!(clocks.respond(NOON).due_at(), Some(NOON + Span::hours(24)));
    }

    #[test]
    fn d_09_waiting_stops_the_clock_and_gives_the_time_back() {
        let waiting = Clocks::start(TARGETS, NOON).respond(NOON).pause(NOON + Span::hours(1));
        let woken = waiting.resume(NOON + Span::hours(11));

        assert_eq!(waiting.due_at(), None);
        assert_eq!(woken.due_at(), Some(NOON + Span::hours(34)));
    }

    #[test]
    fn f_01_late_is_a_state_of_the_clock() {
        let late = Standing::Late { by: Span::minutes(12) };

        assert_eq!(standing(Some(NOON), NOON + Span::minutes(12)), late);
        assert_eq!(standing(Some(NOON), NOON), Standing::OnTime { left: Span(0) });
        assert_eq!(standing(None, NOON), Standing::NoPromise);
    }
}
