//! What a ticket consists of besides itself.

use domain::field::{Field, FieldKind};
use domain::page::{FieldView, LinkView, StepView, TaskView};
use serde::Serialize;
use utoipa::ToSchema;

use crate::moment::Moment;
use crate::reference::{GroupBody, PersonBody};
use crate::words::{LinkWord, StateWord, StepStateWord, TaskStateWord};

/// A step of the ticket's flow.
#[derive(Serialize, ToSchema)]
pub(crate) struct StepBody {
    #[schema(examples("handle"))]
    key: String,
    #[schema(examples("处理"))]
    name: String,
    state: StepStateWord,
    /// Who did it, or has it.
    who: Option<String>,
    at: Option<Moment>,
}

/// A task of the ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskBody {
    /// As `/tasks/{id}` takes it.
    id: i64,
    #[schema(examples("handle"))]
    step: String,
    #[schema(examples("处理"))]
    step_name: String,
    /// What somebody asked for, beside the flow.
    question: Option<String>,
    state: TaskStateWord,
    group: GroupBody,
    handler: Option<PersonBody>,
    due_at: Option<Moment>,
    overdue: bool,
    /// What the one before left for the one after.
    note: Option<String>,
    created_at: Moment,
}

/// What is written in a field of the ticket.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldValueBody {
    id: i64,
    #[schema(examples("order_no"))]
    key: String,
    label: String,
    /// As text, just as `fields` takes it.
    value: Option<String>,
}

/// Another ticket that belongs to this one.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkedBody {
    #[schema(examples("GD-20417"))]
    number: String,
    subject: String,
    state: StateWord,
    kind: LinkWord,
    /// The link was laid from the other ticket to this one.
    inward: bool,
}

impl From<StepView> for StepBody {
    fn from(StepView { key, name, state, who, at }: StepView) -> Self {
        Self { key, name, state: state.into(), who, at: at.map(Into::into) }
    }
}

impl From<TaskView> for TaskBody {
    fn from(TaskView { task, step_name, group, handler, .. }: TaskView) -> Self {
        let question = task.asked.as_ref().map(|asked| asked.question.clone());
        let (id, step, state, note) = (task.id, task.step, task.state, task.note);
        let (due_at, overdue, created_at) = (task.due_at, task.overdue, task.created_at);
        Self {
            id: id.0,
            step: step.0,
            step_name,
            question,
            state: state.into(),
            group: group.into(),
            handler: handler.map(Into::into),
            due_at: due_at.map(Into::into),
            overdue,
            note,
            created_at: created_at.into(),
        }
    }
}

impl From<FieldView> for FieldValueBody {
    fn from(FieldView { field, value }: FieldView) -> Self {
        let Field { id, category: _, key, label, help: _, kind, required: _, position: _ } = field;
        // An identity number is shown whole where it is worked with, and that is not here.
        let shown = |value: domain::field::FieldValue| match (&kind, value) {
            (FieldKind::IdNumber, domain::field::FieldValue::IdNumber(number)) => number.masked(),
            (_, value) => value.to_text(),
        };
        Self { id: id.0, key, label, value: value.map(shown) }
    }
}

impl From<LinkView> for LinkedBody {
    fn from(LinkView { number, subject, state, kind, inward }: LinkView) -> Self {
        Self {
            number: number.to_string(),
            subject,
            state: state.category().into(),
            kind: kind.into(),
            inward,
        }
    }
}
