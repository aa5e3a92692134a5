//! How a ticket moves: steps, who owns them, and what comes next.
//!
//! A flow is data. [`Flow::begin`] and [`Flow::advance`] are the whole engine: they say which tasks
//! to open, and never know what a step is about.

use serde::{Deserialize, Serialize};

/// The name of a step inside its flow, such as `handle`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepKey(pub String);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub key: StepKey,
    /// What people call it, in the language of the desk.
    pub name: String,
    pub owner: OwnerRule,
    /// Taking the task is all there is to do: the next step opens for whoever took it.
    pub done_on_claim: bool,
    /// Where a finished step leads; `None` is the end of the flow.
    pub next: Option<StepKey>,
}

/// Who gets the task of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerRule {
    /// The queue of the category's group.
    Group,
    /// Whoever did the step before.
    PreviousHandler,
}

/// What the flow wants next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Open { step: StepKey, owner: OwnerRule },
    Finished,
}

impl StepKey {
    pub fn new(key: &str) -> Self {
        Self(key.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Flow {
    /// 接收 → 处理 → 反馈 (D-16): somebody takes it, does it, and tells the customer.
    pub fn standard() -> Self {
        let step = |key: &str, name: &str, owner, done_on_claim, next: Option<&str>| Step {
            key: StepKey::new(key),
            name: name.to_owned(),
            owner,
            done_on_claim,
            next: next.map(StepKey::new),
        };
        Self {
            steps: vec![
                step("accept", "接收", OwnerRule::Group, true, Some("handle")),
                step("handle", "处理", OwnerRule::PreviousHandler, false, Some("feedback")),
                step("feedback", "反馈", OwnerRule::PreviousHandler, false, None),
            ],
        }
    }

    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == *key)
    }

    /// The first task of a new ticket.
    pub fn begin(&self) -> Next {
        self.steps.first().map_or(Next::Finished, Step::open)
    }

    /// What comes after `done`. A step the flow does not know ends it: a task without a place in
    /// the flow, such as an ad-hoc one, leads nowhere.
    pub fn advance(&self, done: &StepKey) -> Next {
        self.step(done)
            .and_then(|step| step.next.as_ref())
            .and_then(|next| self.step(next))
            .map_or(Next::Finished, Step::open)
    }

    /// Where work starts again when the customer says "not solved": the first step that takes
    /// more than being claimed.
    pub fn resume(&self) -> Next {
        self.steps.iter().find(|step| !step.done_on_claim).map_or(Next::Finished, Step::open)
    }
}

impl Step {
    fn open(&self) -> Next {
        Next::Open { step: self.key.clone(), owner: self.owner }
    }
}

#[cfg(test)]
mod tests {
    use super::{Flow, Next, StepKey};

    fn key(next: &Next) -> &str {
        match next {
            Next::Open { step, .. } => step.as_str(),
            Next::Finished => "-",
        }
    }

    #[test]
    fn d_16_the_standard_flow_accepts_handles_and_tells() {
        let flow = Flow::standard();
        let path: Vec<String> = ["accept", "handle", "feedback"]
            .map(|step| key(&flow.advance(&StepKey::new(step))).to_owned())
            .into();

        assert_eq!(key(&flow.begin()), "accept");
        assert_eq!(path, ["handle", "feedback", "-"]);
        assert_eq!(key(&flow.resume()), "handle");
    }
}
