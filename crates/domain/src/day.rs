//! Days of the calendar, for rules that count them.

use crate::time::{Span, Timestamp};

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

impl Day {
    /// Minutes east of Greenwich, where the desk stands.
    const CHINA: Span = Span::minutes(480);

    /// The day it is at the desk.
    pub fn at(time: Timestamp) -> Self {
        Self((time + Self::CHINA).0.div_euclid(Span::days(1).0))
    }

    /// Reads what date fields hold: `2026-11-22`.
    pub fn read(date: &str) -> Option<Self> {
        let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
        match (parts.next()??, parts.next()??, parts.next()??, parts.next()) {
            (year, month @ 1..=12, day @ 1..=31, None) => Some(Self::of(year, month, day)),
            _ => None,
        }
    }

    /// Whole days from `earlier` to this one; none when it is later.
    pub fn since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).max(0)
    }

    /// Hinnant, "chrono-compatible low-level date algorithms": the year begins in March, so that
    /// the day that comes and goes is its last.
    fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month > 2 { year } else { year - 1 };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let shifted = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * shifted + 2) / 5 + day - 1;
        let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        Self(era * 146_097 + of_era - 719_468)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use crate::time::{Span, Timestamp};

    #[test]
    fn a_day_is_counted_over_february_and_new_year() {
        assert_eq!(Day::read("1970-01-01"), Some(Day(0)));
        assert_eq!(Day::read("2028-03-01").unwrap().since(Day::read("2028-02-28").unwrap()), 2);
        assert_eq!(Day::read("2027-01-01").unwrap().since(Day::read("2026-12-31").unwrap()), 1);
        assert_eq!(Day::read("2026-01-01").unwrap().since(Day::read("2026-02-01").unwrap()), 0);
        for text in ["", "2026-11", "2026-13-01", "2026-11-22-1", "昨天"] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_begins_at_midnight_at_the_desk() {
        let midnight = Timestamp(0) + Span::days(10) - Span::hours(8);

        assert_eq!(Day::at(midnight), Day(10));
        assert_eq!(Day::at(midnight - Span::seconds(1)), Day(9));
    }
}
