//! How a ticket moves: steps, who owns them, and what comes next.
//!
//! A flow is data, made by administrators. Here is what it consists of; [`engine`] says what comes
//! next, [`check`] whether a flow can be published, [`walk`] runs one without a desk.

pub mod check;
pub mod compare;
mod edit;
pub mod engine;
pub mod facts;
pub mod kind;
pub mod layout;
pub mod owner;
pub mod page;
mod sizes;
pub mod standard;
pub mod walk;

use serde::{Deserialize, Serialize};

use facts::Test;
use kind::StepKind;
use owner::OwnerRule;

/// The name of a step inside its flow, such as `handle`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepKey(pub String);

/// How a step ended: `done`, `approved`, `yes`. Which words there are is the step's kind's to say.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outcome(pub String);

/// It begins at its first step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    pub steps: Vec<Step>,
    /// Only the flow itself ends a ticket; without it, whoever handles the ticket may (S-10).
    #[serde(default)]
    pub strict: bool,
    /// Where work starts again when the customer says "not solved"; without it, at the first step
    /// that asks for work.
    #[serde(default)]
    pub reopen_at: Option<StepKey>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub key: StepKey,
    /// What people call it, in the language of the desk.
    pub name: String,
    pub kind: StepKind,
    pub owner: OwnerRule,
    /// What to do, and what to keep in mind (D-24).
    #[serde(default)]
    pub instructions: Option<String>,
    /// What has to be there before it can be finished (D-24).
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What its page shows and asks for (B-21).
    #[serde(default)]
    pub fields: Vec<StepField>,
    /// By when, counted from its opening (F-08).
    #[serde(default)]
    pub deadline_hours: Option<u16>,
    /// Tried in their order; the first that fits is taken.
    pub next: Vec<Transition>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transition {
    /// Only after this outcome; after any without one.
    #[serde(default)]
    pub on: Option<Outcome>,
    /// Only when all of these hold.
    #[serde(default)]
    pub when: Vec<Test>,
    /// `None` is the end of the flow.
    pub to: Option<StepKey>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    Note,
    Attachment,
    /// The customer's identity was checked (P-06).
    Identity,
}

/// A custom field of the ticket, as one step sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepField {
    /// The key of the category's field.
    pub key: String,
    pub usage: FieldUse,
    /// Only for these roles; for everybody without one.
    #[serde(default)]
    pub roles: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldUse {
    Show,
    Edit,
    Require,
}

impl FieldUse {
    /// Whether something can be typed into it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Edit | Self::Require)
    }
}

impl StepKey {
    pub fn new(key: &str) -> Self {
        Self(key.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Outcome {
    pub const DONE: &str = "done";

    pub fn new(word: &str) -> Self {
        Self(word.to_owned())
    }

    pub fn done() -> Self {
        Self::new(Self::DONE)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Flow {
    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == *key)
    }

    pub fn kind_of(&self, key: &StepKey) -> Option<&StepKind> {
        self.step(key).map(|step| &step.kind)
    }

    /// Taking the task of this step is all there is to do.
    pub fn is_done_on_claim(&self, key: &StepKey) -> bool {
        self.kind_of(key) == Some(&StepKind::Accept)
    }

    /// Where work starts again.
    pub fn first_work(&self) -> Option<&Step> {
        let named = self.reopen_at.as_ref().and_then(|key| self.step(key));
        named.or_else(|| {
            self.steps
                .iter()
                .find(|step| step.kind.is_done_by_people() && step.kind != StepKind::Accept)
        })
    }
}

impl Step {
    /// What somebody with these roles sees and fills in on its page.
    pub fn fields_for<'a>(&'a self, roles: &'a [String]) -> impl Iterator<Item = &'a StepField> {
        self.fields.iter().filter(move |field| {
            field.roles.is_empty() || field.roles.iter().any(|role| roles.contains(role))
        })
    }
}
