//! A flow as programs write it.

use domain::flow::{Evidence, FieldUse, Flow, Step, StepField, StepKey, Transition};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conditions::ConditionBody;
use super::kinds::StepKindBody;
use super::owners::OwnerBody;

/// Steps, and the ways from one to the next. It begins at its first step.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct FlowBody {
    #[schema(max_items = 60)]
    steps: Vec<StepBody>,
    /// Only the flow itself ends a ticket; without it, whoever handles the ticket may.
    #[serde(default)]
    strict: bool,
    /// The step where work starts again when the customer says "not solved".
    #[schema(max_length = 40)]
    reopen_at: Option<String>,
}

/// One step.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = FlowStepBody)]
pub(crate) struct StepBody {
    /// Unique inside the flow.
    #[schema(max_length = 40, examples("review"))]
    key: String,
    #[schema(max_length = 80, examples("赔付审核"))]
    name: String,
    kind: StepKindBody,
    owner: OwnerBody,
    /// What to do, for whoever does it.
    #[schema(max_length = 2000)]
    instructions: Option<String>,
    /// What has to be there before it can be finished.
    #[serde(default)]
    #[schema(max_items = 10)]
    evidence: Vec<EvidenceWord>,
    #[serde(default)]
    #[schema(max_items = 60)]
    fields: Vec<StepFieldBody>,
    #[schema(maximum = 65535)]
    deadline_hours: Option<u16>,
    /// Tried in their order; the first that fits is taken. A fork has none.
    #[serde(default)]
    #[schema(max_items = 60)]
    next: Vec<WayBody>,
}

/// A way to another step.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct WayBody {
    /// Only after this outcome; after any, without one.
    #[schema(max_length = 40, examples("approved"))]
    on: Option<String>,
    /// Only when all of these hold.
    #[serde(default)]
    #[schema(max_items = 20)]
    when: Vec<ConditionBody>,
    /// The key of the step it leads to; `null` is the end.
    #[schema(max_length = 40)]
    to: Option<String>,
}

/// A field of the category's form, as one step sees it.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct StepFieldBody {
    #[schema(max_length = 40, examples("amount"))]
    key: String,
    usage: FieldUseWord,
    /// Only for these roles; for everybody without one. Keys of at most 40 characters.
    #[serde(default)]
    #[schema(max_items = 20)]
    roles: Vec<String>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident of $of:ty: $($word:ident),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($word),+ }

        impl From<$of> for $name {
            fn from(known: $of) -> Self {
                match known { $(<$of>::$word => Self::$word),+ }
            }
        }

        impl From<$name> for $of {
            fn from(word: $name) -> Self {
                match word { $($name::$word => Self::$word),+ }
            }
        }
    };
}

words! {
    /// What has to be there.
    EvidenceWord of Evidence: Note, Attachment, Identity
}
words! {
    /// What a step does with a field.
    FieldUseWord of FieldUse: Show, Edit, Require
}

impl From<Flow> for FlowBody {
    fn from(Flow { steps, strict, reopen_at }: Flow) -> Self {
        let steps = steps.into_iter().map(Into::into).collect();
        Self { steps, strict, reopen_at: reopen_at.map(|key| key.0) }
    }
}

impl From<FlowBody> for Flow {
    fn from(FlowBody { steps, strict, reopen_at }: FlowBody) -> Self {
        let steps = steps.into_iter().map(Into::into).collect();
        Self { steps, strict, reopen_at: reopen_at.map(StepKey) }
    }
}

impl From<Step> for StepBody {
    fn from(step: Step) -> Self {
        let Step { key, name, kind, owner, instructions, evidence, fields, .. } = step;
        Self {
            key: key.0,
            name,
            kind: kind.into(),
            owner: owner.into(),
            instructions,
            evidence: evidence.into_iter().map(Into::into).collect(),
            fields: fields.into_iter().map(Into::into).collect(),
            deadline_hours: step.deadline_hours,
            next: step.next.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<StepBody> for Step {
    fn from(step: StepBody) -> Self {
        let StepBody { key, name, kind, owner, instructions, evidence, fields, .. } = step;
        Self {
            key: StepKey(key),
            name,
            kind: kind.into(),
            owner: owner.into(),
            instructions,
            evidence: evidence.into_iter().map(Into::into).collect(),
            fields: fields.into_iter().map(Into::into).collect(),
            deadline_hours: step.deadline_hours,
            next: step.next.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<StepField> for StepFieldBody {
    fn from(StepField { key, usage, roles }: StepField) -> Self {
        Self { key, usage: usage.into(), roles }
    }
}

impl From<StepFieldBody> for StepField {
    fn from(StepFieldBody { key, usage, roles }: StepFieldBody) -> Self {
        Self { key, usage: usage.into(), roles }
    }
}

impl From<Transition> for WayBody {
    fn from(Transition { on, when, to }: Transition) -> Self {
        let when = when.into_iter().map(Into::into).collect();
        Self { on: on.map(|on| on.0), when, to: to.map(|to| to.0) }
    }
}

impl From<WayBody> for Transition {
    fn from(WayBody { on, when, to }: WayBody) -> Self {
        let when = when.into_iter().map(Into::into).collect();
        Self { on: on.map(domain::flow::Outcome), when, to: to.map(StepKey) }
    }
}
