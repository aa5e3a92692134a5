//! Tickets that run badly 运行不畅 (H-05): too long in one step, handed on or reopened too often.
//!
//! "Too long" is learned: longer than nine of ten of the same step for the same leaf took within
//! the last ninety days.

use serde::{Deserialize, Serialize};

use crate::invalid::Flaw;
use crate::time::{Span, Timestamp};

/// How far back steps are learned from.
pub const LEARNED_FROM: Span = Span::days(90);

/// How long a step takes for a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// Nine of ten were done within.
    pub p90: Span,
    /// Out of so many.
    pub sample: u32,
}

/// From where on a ticket is called stuck; settings of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Fewer finished steps say nothing about what is usual.
    pub sample: u32,
    pub transfers: u32,
    pub reopens: u32,
}

/// A ticket on its way, as far as this rule goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnItsWay {
    /// What people call the step.
    pub step: String,
    /// Since when it has been in this step.
    pub since: Timestamp,
    pub usual: Option<Usual>,
    pub transfers: u32,
    pub reopens: u32,
}

/// Why a ticket is called stuck.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Trouble {
    Slow { step: String, since: Timestamp, usual: Span },
    Transfers { n: u32 },
    Reopens { n: u32 },
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { sample: 20, transfers: 3, reopens: 2 }
    }
}

impl Thresholds {
    pub const MOST: u32 = 1_000;

    /// None of them is zero: everything would be stuck.
    pub fn check(self) -> Result<Self, (&'static str, Flaw)> {
        let all =
            [("sample", self.sample), ("transfers", self.transfers), ("reopens", self.reopens)];
        let wrong = all.into_iter().find(|(_, n)| !(1..=Self::MOST).contains(n));
        wrong.map_or(Ok(self), |(field, _)| {
            Err((field, Flaw::OutOfRange { min: 1, max: Self::MOST.into() }))
        })
    }
}

/// What is wrong with it; nothing when it runs well.
pub fn troubles(ticket: &OnItsWay, thresholds: &Thresholds, now: Timestamp) -> Vec<Trouble> {
    let OnItsWay { step, since, usual, transfers, reopens } = ticket;
    let known = usual.filter(|usual| usual.sample >= thresholds.sample);
    let slow = known.filter(|usual| now - *since > usual.p90).map(|usual| Trouble::Slow {
        step: step.clone(),
        since: *since,
        usual: usual.p90,
    });
    let handed =
        (*transfers >= thresholds.transfers).then_some(Trouble::Transfers { n: *transfers });
    let again = (*reopens >= thresholds.reopens).then_some(Trouble::Reopens { n: *reopens });
    [slow, handed, again].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{OnItsWay, Thresholds, Trouble, Usual, troubles};
    use crate::time::{Span, Timestamp};

    const NOON: Timestamp = Timestamp(1_767_355_200_000);

    fn on_its_way(hours: i64, sample: u32) -> OnItsWay {
        OnItsWay {
            step: "处理".into(),
            since: NOON - Span::hours(hours),
            usual: Some(Usual { p90: Span::hours(8), sample }),
            transfers: 0,
            reopens: 0,
        }
    }

    fn found(ticket: &OnItsWay) -> Vec<Trouble> {
        troubles(ticket, &Thresholds::default(), NOON)
    }

    #[test]
    fn h_05_longer_than_nine_of_ten_is_stuck_when_enough_are_known() {
        let slow = Trouble::Slow {
            step: "处理".into(),
            since: NOON - Span::hours(9),
            usual: Span::hours(8),
        };

        assert_eq!(found(&on_its_way(9, 20)), [slow]);
        assert_eq!(found(&on_its_way(8, 20)), []);
        assert_eq!(found(&on_its_way(9, 19)), []);
        assert_eq!(found(&OnItsWay { usual: None, ..on_its_way(900, 20) }), []);
    }

    #[test]
    fn h_05_handed_on_or_reopened_too_often_is_stuck() {
        let often = OnItsWay { transfers: 3, reopens: 2, ..on_its_way(1, 20) };
        let seldom = OnItsWay { transfers: 2, reopens: 1, ..on_its_way(1, 20) };

        assert_eq!(found(&often), [Trouble::Transfers { n: 3 }, Trouble::Reopens { n: 2 }]);
        assert_eq!(found(&seldom), []);
    }

    #[test]
    fn a_threshold_of_zero_is_refused() {
        let zero = Thresholds { transfers: 0, ..Thresholds::default() };

        assert_eq!(zero.check().map_err(|(field, _)| field), Err("transfers"));
        assert!(Thresholds::default().check().is_ok());
    }
}
