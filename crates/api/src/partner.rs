//! `/api/v1/partner/…`: what a supplier's or merchant's program does (A-06, A-13, D-20).

use std::collections::BTreeMap;

use axum::Json as Answer;
use axum::extract::State;
use desk::Desk;
use domain::confirming::{Line, Verdict};
use domain::id::{AttachmentId, LineId, TaskId};
use domain::narrow::{
    Asks, Choice, LineAnswer, NarrowAnswer, NarrowField, NarrowPage, NarrowTask, Signing, Standing,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::idempotency::IdempotencyKey;
use crate::moment::Moment;
use crate::reference::{AttachmentBody, IdRef};

/// A task that was sent to the partner.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartnerTaskBody {
    id: i64,
    /// The ticket it belongs to, to name it on the telephone.
    #[schema(examples("GD-20417"))]
    ticket: String,
    title: String,
    asked_by: Option<String>,
    due_at: Option<Moment>,
    created_at: Moment,
}

/// Everything the partner may know of one of its tasks.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartnerTaskPage {
    id: i64,
    #[schema(examples("GD-20417"))]
    ticket: String,
    title: String,
    instructions: Option<String>,
    asked_by: Option<String>,
    due_at: Option<Moment>,
    /// What would be an answer.
    asks: AsksWord,
    /// What there is to choose from, where `asks` is `choice`.
    choices: Vec<ChoiceBody>,
    fields: Vec<PartnerFieldBody>,
    lines: Vec<LineBody>,
    attachments: Vec<AttachmentBody>,
    state: StandingWord,
    outcome: Option<String>,
    answer: Option<String>,
    answered_at: Option<Moment>,
}

/// What would be an answer, in a word.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AsksWord {
    /// An `outcome`, one of `choices`.
    Choice,
    /// A `note`.
    Words,
    /// That it is done; a `note` if there is something to say.
    Done,
    /// A verdict for each of `lines`, and `signed_name`.
    Lines,
}

/// How a task stands.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StandingWord {
    Open,
    Answered,
    Withdrawn,
}

/// One possible outcome.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChoiceBody {
    outcome: String,
    label: Option<String>,
    needs_note: bool,
}

/// A field of the step.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartnerFieldBody {
    key: String,
    label: String,
    value: Option<String>,
    /// It can be filled in.
    open: bool,
}

/// Something to be confirmed or disputed.
#[derive(Serialize, ToSchema)]
pub(crate) struct LineBody {
    id: i64,
    label: String,
    /// In fen.
    amount_fen: i64,
    verdict: Option<VerdictWord>,
    comment: Option<String>,
    attachment_id: Option<i64>,
}

/// What was said to a line.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum VerdictWord {
    Confirmed,
    Disputed,
}

/// An answer.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct PartnerAnswerBody {
    #[schema(max_length = 40)]
    outcome: Option<String>,
    #[schema(max_length = 500)]
    note: Option<String>,
    /// Field key → value.
    #[serde(default)]
    fields: BTreeMap<String, String>,
    #[serde(default)]
    #[schema(max_items = 50)]
    lines: Vec<LineAnswerBody>,
    /// Ids of files that were uploaded before.
    #[serde(default)]
    #[schema(max_items = 20)]
    attachments: Vec<IdRef>,
    /// Who answers for the lines, by name.
    #[schema(max_length = 80)]
    signed_name: Option<String>,
}

/// What is said to one line.
#[derive(Deserialize, ToSchema)]
pub(crate) struct LineAnswerBody {
    id: IdRef,
    verdict: VerdictWord,
    /// Why; needed to dispute.
    #[schema(max_length = 500)]
    comment: Option<String>,
    /// A file that proves it, uploaded before.
    attachment_id: Option<IdRef>,
}

impl From<NarrowTask> for PartnerTaskBody {
    fn from(task: NarrowTask) -> Self {
        let NarrowTask { id, number, title, asked_by, due_at, state: _, created_at } = task;
        Self {
            id: id.0,
            ticket: number.to_string(),
            title,
            asked_by,
            due_at: due_at.map(Into::into),
            created_at: created_at.into(),
        }
    }
}

impl From<NarrowPage> for PartnerTaskPage {
    fn from(page: NarrowPage) -> Self {
        let (asks, choices) = match page.asks {
            Asks::Choice(choices) => (AsksWord::Choice, choices),
            Asks::Words => (AsksWord::Words, Vec::new()),
            Asks::Done => (AsksWord::Done, Vec::new()),
            Asks::Lines => (AsksWord::Lines, Vec::new()),
        };
        let (state, outcome, answer, at) = match page.standing {
            Standing::Open => (StandingWord::Open, None, None, None),
            Standing::Withdrawn => (StandingWord::Withdrawn, None, None, None),
            Standing::Answered { outcome, answer, at } => {
                (StandingWord::Answered, outcome, answer, at)
            }
        };
        Self {
            id: page.task.0,
            ticket: page.number.to_string(),
            title: page.title,
            instructions: page.instructions,
            asked_by: page.asked_by,
            due_at: page.due_at.map(Into::into),
            asks,
            choices: choices.into_iter().map(Into::into).collect(),
            fields: page.fields.into_iter().map(Into::into).collect(),
            lines: page.lines.into_iter().map(Into::into).collect(),
            attachments: page.attachments.into_iter().map(Into::into).collect(),
            state,
            outcome,
            answer,
            answered_at: at.map(Into::into),
        }
    }
}

impl From<Choice> for ChoiceBody {
    fn from(Choice { outcome, label, needs_note }: Choice) -> Self {
        Self { outcome, label, needs_note }
    }
}

impl From<NarrowField> for PartnerFieldBody {
    fn from(NarrowField { field, value, open }: NarrowField) -> Self {
        Self { key: field.key, label: field.label, value, open }
    }
}

impl From<Line> for LineBody {
    fn from(Line { id, label, amount, decision }: Line) -> Self {
        let (verdict, comment, photo) = match decision {
            Some(it) => (Some(it.verdict.into()), it.comment, it.photo),
            None => (None, None, None),
        };
        let attachment_id = photo.map(|photo| photo.0);
        Self { id: id.0, label, amount_fen: amount, verdict, comment, attachment_id }
    }
}

impl From<Verdict> for VerdictWord {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Confirmed => Self::Confirmed,
            Verdict::Disputed => Self::Disputed,
        }
    }
}

impl From<VerdictWord> for Verdict {
    fn from(word: VerdictWord) -> Self {
        match word {
            VerdictWord::Confirmed => Self::Confirmed,
            VerdictWord::Disputed => Self::Disputed,
        }
    }
}

impl PartnerAnswerBody {
    fn read(self, idempotency_key: Option<String>) -> NarrowAnswer {
        let file = |id: IdRef| AttachmentId(id.0);
        let lines = self.lines.into_iter().map(|line| LineAnswer {
            line: LineId(line.id.0),
            verdict: Verdict::from(line.verdict).as_str().to_owned(),
            comment: line.comment,
            photo: line.attachment_id.map(file),
        });
        NarrowAnswer {
            outcome: self.outcome,
            note: self.note,
            values: self.fields.into_iter().collect(),
            lines: lines.collect(),
            attachments: self.attachments.into_iter().map(file).collect(),
            signing: self.signed_name.map(|name| Signing { name, drawn: None }),
            idempotency_key,
        }
    }
}

/// What is to be answered now, the most pressing first.
///
/// For tokens of partners (`gongdan token create --partner NAME`).
#[utoipa::path(get, path = "/partner/tasks", tag = "partner", operation_id = "list_partner_tasks",
    responses((status = 200, description = "At most a hundred", body = Vec<PartnerTaskBody>)))]
pub(crate) async fn list_partner_tasks(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Answer<Vec<PartnerTaskBody>>, ApiError> {
    let tasks = desk.narrow_tasks(&actor).await?;
    Ok(Answer(tasks.into_iter().map(Into::into).collect()))
}

/// One task, with all its partner may know.
#[utoipa::path(get, path = "/partner/tasks/{id}", tag = "partner",
    operation_id = "get_partner_task",
    params(("id" = i64, Path, description = "The task", minimum = 1)),
    responses((status = 200, description = "The task", body = PartnerTaskPage)))]
pub(crate) async fn get_partner_task(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(task): Named<TaskId>,
) -> Result<Answer<PartnerTaskPage>, ApiError> {
    Ok(Answer(desk.narrow_page(&actor, task).await?.into()))
}

/// Answer a task. With an `Idempotency-Key`, the same answer sent again is answered the same.
#[utoipa::path(post, path = "/partner/tasks/{id}/answer", tag = "partner",
    operation_id = "answer_partner_task", request_body = PartnerAnswerBody,
    params(("id" = i64, Path, description = "The task", minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", description = "What you call this request")),
    responses((status = 200, description = "The task as it is now", body = PartnerTaskPage)))]
pub(crate) async fn answer_partner_task(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(task): Named<TaskId>,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<PartnerAnswerBody>,
) -> Result<Answer<PartnerTaskPage>, ApiError> {
    desk.answer_task(&actor, task, body.read(key)).await?;
    Ok(Answer(desk.narrow_page(&actor, task).await?.into()))
}
