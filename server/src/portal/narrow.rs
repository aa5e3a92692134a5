//! An answer to one step, from whoever may answer it: read from the plain form both doors have.

use app::ssr::agent::COOKIE;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::COOKIE as COOKIES;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use desk::{Desk, DeskError};
use domain::actor::Actor;
use domain::id::{AttachmentId, LineId, TaskId};
use domain::invalid::Flaw;
use domain::narrow::{LineAnswer, NarrowAnswer, Signing};

use super::Door;
use super::answering::{Place, answer_plainly};
use super::form::Form;
use crate::files::{about, refuse};

/// Inside: for agents, of whatever role.
pub async fn answer(
    State(door): State<Door>,
    Path(task): Path<TaskId>,
    headers: HeaderMap,
    mut form: Form,
) -> Response {
    let outcome = async {
        let who = agent(&door.desk, &headers).await?;
        say(&door.desk, &who, task, &mut form).await
    };
    let place =
        Place { page: format!("/desk/tasks/{task}"), form: format!("/desk/tasks/{task}/answer") };
    let outcome = outcome.await;
    answer_plainly(&door, &headers, place, form, outcome).await
}

pub async fn file(
    State(door): State<Door>,
    Path((_, file)): Path<(TaskId, AttachmentId)>,
    headers: HeaderMap,
) -> Response {
    let given = async { door.desk.download(&agent(&door.desk, &headers).await?, file).await }.await;
    give(given)
}

pub fn give(given: desk::Result<(domain::message::Attachment, Bytes)>) -> Response {
    match given {
        Ok((attachment, content)) => (about(&attachment), content).into_response(),
        Err(error) => refuse(error),
    }
}

async fn agent(desk: &Desk, headers: &HeaderMap) -> desk::Result<Actor> {
    let lines = headers.get_all(COOKIES).into_iter().filter_map(|line| line.to_str().ok());
    let token = lines
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='));
    match desk.session(token.ok_or(DeskError::SignedOut)?).await? {
        who @ Actor::Agent(_) => Ok(who),
        _ => Err(DeskError::SignedOut),
    }
}

/// Takes in the files, and then answers with all that was said. Nothing is taken in for whoever
/// has no such task.
pub async fn say(desk: &Desk, who: &Actor, task: TaskId, form: &mut Form) -> desk::Result<()> {
    if !desk.narrow_page(who, task).await?.is_open() {
        return Err(DeskError::NotNow("done"));
    }
    take_in(desk, who, form).await?;
    desk.answer_task(who, task, read(form)).await.map_err(|error| at_its_answer(error, form))
}

/// Each answer that has to be explained has an input of its own for that.
pub fn at_its_answer(error: DeskError, form: &Form) -> DeskError {
    let DeskError::Invalid(mut flaws) = error else { return error };
    let input = form.text("outcome").map(|outcome| format!("note.{outcome}"));
    let input = input.filter(|input| form.all(input).next().is_some());
    if let Some(input) = input {
        for flaw in flaws.0.iter_mut().filter(|flaw| flaw.field == "note") {
            flaw.field.clone_from(&input);
        }
    }
    DeskError::Invalid(flaws)
}

/// Files stand in the form as their ids from then on.
async fn take_in(desk: &Desk, who: &Actor, form: &mut Form) -> desk::Result<()> {
    for file in std::mem::take(&mut form.files) {
        let upload = desk.upload(who, &file.name, file.content).await?;
        form.values.push((file.input, upload.attachment.id.to_string()));
    }
    if let Some(picture) = form.text("signature") {
        let upload = desk.upload(who, "signature.png", drawn(&picture)?).await?;
        form.values.retain(|(name, _)| name != "signature");
        form.values.push(("drawn".to_owned(), upload.attachment.id.to_string()));
    }
    Ok(())
}

/// The picture behind a `data:` address.
fn drawn(picture: &str) -> desk::Result<Bytes> {
    let body = picture.strip_prefix("data:image/png;base64,");
    let content = body.and_then(|body| STANDARD.decode(body).ok());
    content.map(Bytes::from).ok_or_else(|| DeskError::invalid("signature", Flaw::FileKind))
}

pub fn read(form: &Form) -> NarrowAnswer {
    let outcome = form.text("outcome");
    let of_choice = outcome.as_ref().and_then(|outcome| form.text(&format!("note.{outcome}")));
    let id = |text: String| text.parse().ok().map(AttachmentId);
    let values = form.values.iter().filter_map(|(name, value)| {
        Some((name.strip_prefix("fields.")?.to_owned(), value.clone()))
    });
    let drawn = form.text("drawn").and_then(id);
    let typed = form.text("affirm").is_some();
    let signing = (drawn.is_some() || typed)
        .then(|| Signing { name: form.text("signed_name").unwrap_or_default(), drawn });
    NarrowAnswer {
        note: of_choice.or_else(|| form.text("note")),
        values: values.collect(),
        lines: lines(form),
        attachments: form.all("files").filter_map(|text| id(text.to_owned())).collect(),
        signing,
        idempotency_key: None,
        outcome,
    }
}

/// What was said to each line, by `lines.{id}`.
fn lines(form: &Form) -> Vec<LineAnswer> {
    let decided = form.values.iter().filter_map(|(name, verdict)| {
        let line: i64 = name.strip_prefix("lines.")?.parse().ok()?;
        let photo = form.text(&format!("{name}.photo"));
        Some(LineAnswer {
            line: LineId(line),
            verdict: verdict.clone(),
            comment: form.text(&format!("{name}.comment")),
            photo: photo.and_then(|text| text.parse().ok()).map(AttachmentId),
        })
    });
    decided.collect()
}
