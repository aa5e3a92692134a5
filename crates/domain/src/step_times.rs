//! How long the steps of each leaf take, and which of them holds everything up (D-25).

use serde::{Deserialize, Serialize};

use crate::id::CategoryId;
use crate::time::{Span, Timestamp};

/// What was learned last; it is learned anew a few times a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTimes {
    pub learned_at: Option<Timestamp>,
    /// Those that took most time first.
    pub leaves: Vec<LeafTimes>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeafTimes {
    pub category: CategoryId,
    /// The names from the top.
    pub path: Vec<String>,
    /// In the order of the flow; what people asked of each other comes last.
    pub steps: Vec<StepTime>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTime {
    pub key: String,
    /// As the flow calls it; nothing where people asked each other beside the flow.
    pub name: Option<String>,
    /// From when the task was opened until it was done: half of them within.
    pub median: Span,
    /// Nine of ten within.
    pub p90: Span,
    /// All of them together.
    pub total: Span,
    /// Out of so many.
    pub sample: u32,
}

impl LeafTimes {
    pub fn total(&self) -> Span {
        Span(self.steps.iter().map(|step| step.total.0).sum())
    }

    /// The part of the leaf's time spent in one of its steps, in per cent.
    pub fn share(&self, step: &StepTime) -> i64 {
        let total = self.total().0;
        if total > 0 { step.total.0 * 100 / total } else { 0 }
    }

    /// The step that takes the most of the leaf's time, where there is more than one: shortening
    /// any other helps less.
    pub fn bottleneck(&self) -> Option<&StepTime> {
        let slowest = self.steps.iter().max_by_key(|step| step.total)?;
        (self.steps.len() > 1 && slowest.total.0 > 0).then_some(slowest)
    }
}

#[cfg(test)]
mod tests {
    use super::{LeafTimes, StepTime};
    use crate::id::CategoryId;
    use crate::time::Span;

    fn leaf(totals: &[(&str, i64)]) -> LeafTimes {
        let step = |(key, hours): &(&str, i64)| StepTime {
            key: (*key).to_owned(),
            name: None,
            median: Span::hours(1),
            p90: Span::hours(2),
            total: Span::hours(*hours),
            sample: 10,
        };
        let steps = totals.iter().map(step).collect();
        LeafTimes { category: CategoryId(1), path: vec!["投诉".into()], steps }
    }

    fn slowest(totals: &[(&str, i64)]) -> Option<String> {
        leaf(totals).bottleneck().map(|step| step.key.clone())
    }

    #[test]
    fn d_25_the_step_that_takes_most_of_the_time_is_the_bottleneck() {
        assert_eq!(
            slowest(&[("accept", 2), ("review", 30), ("feedback", 8)]),
            Some("review".into())
        );
        assert_eq!(slowest(&[("handle", 30)]), None);
        assert_eq!(slowest(&[("accept", 0), ("handle", 0)]), None);
        assert_eq!(slowest(&[]), None);
    }

    #[test]
    fn d_25_shares_are_of_the_whole_leaf() {
        let leaf = leaf(&[("accept", 2), ("review", 30), ("feedback", 8)]);

        assert_eq!(leaf.steps.iter().map(|step| leaf.share(step)).collect::<Vec<_>>(), [5, 75, 20]);
    }
}
