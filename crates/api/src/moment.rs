//! Points in time as programs write them: RFC 3339, in UTC.

use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A point in time, such as `2026-11-22T08:30:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(into = "String", try_from = "String")]
#[schema(value_type = String, format = DateTime, examples("2026-11-22T08:30:00Z"))]
pub(crate) struct Moment(jiff::Timestamp);

impl Moment {
    /// Whole seconds from `now`, rounded up, so that whoever waits them does not come too early.
    pub fn seconds_after(self, now: Timestamp) -> i64 {
        let left = self.0.as_millisecond().saturating_sub(now.0).max(0);
        left.div_euclid(1_000) + i64::from(left % 1_000 > 0)
    }
}

impl From<Timestamp> for Moment {
    /// Beyond the year 9999 there is only "never", which is shown as its last moment.
    fn from(timestamp: Timestamp) -> Self {
        Self(jiff::Timestamp::from_millisecond(timestamp.0).unwrap_or(jiff::Timestamp::MAX))
    }
}

impl From<Moment> for Timestamp {
    fn from(moment: Moment) -> Self {
        Self(moment.0.as_millisecond())
    }
}

impl TryFrom<String> for Moment {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self).map_err(|_| "this is not a time written as 2026-11-22T08:30:00Z")
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.0.to_string()
    }
}
