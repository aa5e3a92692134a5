//! The flow every leaf has that names no other.

use crate::flow::kind::StepKind;
use crate::flow::owner::OwnerRule;
use crate::flow::{Flow, Step, StepKey, Transition};

impl Flow {
    /// 接收 → 处理 → 反馈 (D-16): somebody takes it, does it, and tells the customer.
    pub fn standard() -> Self {
        let previous = OwnerRule::PreviousHandler;
        Self {
            steps: vec![
                Step::new("accept", "接收", StepKind::Accept, OwnerRule::Queue).then("handle"),
                Step::new("handle", "处理", StepKind::Work, previous.clone()).then("feedback"),
                Step::new("feedback", "反馈", StepKind::Feedback, previous).then_end(),
            ],
            ..Self::default()
        }
    }
}

impl Step {
    pub fn new(key: &str, name: &str, kind: StepKind, owner: OwnerRule) -> Self {
        Self {
            key: StepKey::new(key),
            name: name.to_owned(),
            kind,
            owner,
            instructions: None,
            evidence: Vec::new(),
            fields: Vec::new(),
            deadline_hours: None,
            next: Vec::new(),
        }
    }

    /// Whatever happened, on to this step.
    #[must_use]
    pub fn then(mut self, to: &str) -> Self {
        self.next.push(Transition { on: None, when: Vec::new(), to: Some(StepKey::new(to)) });
        self
    }

    #[must_use]
    pub fn then_end(mut self) -> Self {
        self.next.push(Transition { on: None, when: Vec::new(), to: None });
        self
    }

    /// After this outcome, on to this step.
    #[must_use]
    pub fn on(mut self, outcome: &str, to: &str) -> Self {
        let on = Some(crate::flow::Outcome::new(outcome));
        self.next.push(Transition { on, when: Vec::new(), to: Some(StepKey::new(to)) });
        self
    }
}
