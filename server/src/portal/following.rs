//! What a customer does with a ticket: write, answer, urge, "not solved", agree, rate.

use app::portal::api::progress_address;
use app::ssr::portal::holder_of;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use desk::{DeskError, Say, Then};
use domain::actor::Actor;
use domain::id::{TaskId, TicketId};
use domain::invalid::Flaw;
use domain::message::MessageKind;
use domain::narrow::NarrowAnswer;
use domain::ticket::Stars;

use super::answering::{Place, answer};
use super::filing::{references, take_in};
use super::form::Form;
use super::{Door, narrow};

type Request = (State<Door>, Path<String>, HeaderMap);

pub async fn reply((State(door), Path(number), headers): Request, mut form: Form) -> Response {
    let done = async {
        let (who, ticket) = holder(&door, &headers, &number, &form).await?;
        take_in(&door.desk, &who, &mut form).await?;
        door.desk.say(&who, ticket, say(&form)).await.map(drop)
    }
    .await;
    finish(door, headers, &number, "reply", form, done).await
}

fn say(form: &Form) -> Say {
    // Whoever may answer is known, and needs no key to own what they sent ahead.
    let (attachments, _) = references(form);
    Say {
        kind: MessageKind::PublicReply,
        body: form.text("body").unwrap_or_default(),
        attachments,
        mentions: Vec::new(),
        seen: None,
        then: Then::Nothing,
        idempotency_key: form.text("key"),
    }
}

/// To what the flow asks the customer.
pub async fn answer_question(
    (State(door), Path(number), headers): Request,
    mut form: Form,
) -> Response {
    let done = async {
        let (who, _) = holder(&door, &headers, &number, &form).await?;
        let task = form.text("task").and_then(|task| task.parse().ok()).map(TaskId);
        let task = task.ok_or(DeskError::NotFound)?;
        take_in(&door.desk, &who, &mut form).await?;
        let said = door.desk.answer_task(&who, task, answer_in(&form)).await;
        said.map_err(|error| narrow::at_its_answer(error, &form))
    }
    .await;
    finish(door, headers, &number, "answer", form, done).await
}

fn answer_in(form: &Form) -> NarrowAnswer {
    let (attachments, _) = references(form);
    NarrowAnswer { attachments, idempotency_key: form.text("key"), ..narrow::read(form) }
}

pub async fn urge((State(door), Path(number), headers): Request, form: Form) -> Response {
    let done = async {
        let (who, ticket) = holder(&door, &headers, &number, &form).await?;
        door.desk.urge(&who, ticket).await
    }
    .await;
    finish(door, headers, &number, "urge", form, done).await
}

pub async fn reopen((State(door), Path(number), headers): Request, form: Form) -> Response {
    let done = async {
        let (who, ticket) = holder(&door, &headers, &number, &form).await?;
        door.desk.reopen(&who, ticket, form.text("reason")).await
    }
    .await;
    finish(door, headers, &number, "reopen", form, done).await
}

pub async fn close((State(door), Path(number), headers): Request, form: Form) -> Response {
    let done = async {
        let (who, ticket) = holder(&door, &headers, &number, &form).await?;
        door.desk.close(&who, ticket).await
    }
    .await;
    finish(door, headers, &number, "close", form, done).await
}

pub async fn rate((State(door), Path(number), headers): Request, form: Form) -> Response {
    let done = async {
        let (who, ticket) = holder(&door, &headers, &number, &form).await?;
        let result =
            stars(&form, "result")?.ok_or_else(|| DeskError::invalid("result", Flaw::Blank))?;
        let process = stars(&form, "process")?;
        door.desk.rate(&who, ticket, result, process, form.text("comment")).await
    }
    .await;
    finish(door, headers, &number, "rate", form, done).await
}

fn stars(form: &Form, name: &str) -> desk::Result<Option<Stars>> {
    let Some(text) = form.text(name) else { return Ok(None) };
    let count: u8 = text.parse().map_err(|_| DeskError::invalid(name, Flaw::NotANumber))?;
    Stars::try_from(count).map(Some).map_err(|flaw| DeskError::invalid(name, flaw))
}

async fn holder(
    door: &Door,
    headers: &HeaderMap,
    number: &str,
    form: &Form,
) -> desk::Result<(Actor, TicketId)> {
    holder_of(&door.desk, headers, number, form.text("k").as_deref()).await
}

async fn finish(
    door: Door,
    headers: HeaderMap,
    number: &str,
    act: &str,
    form: Form,
    done: desk::Result<()>,
) -> Response {
    let Ok(number) = number.parse() else {
        let nowhere = Place::itself("/t/0");
        return answer(&door, &headers, nowhere, form, Err(DeskError::NotFound)).await;
    };
    let page = progress_address(number, form.text("k").as_deref());
    let place = Place { page: page.clone(), form: format!("/t/{number}/{act}") };
    answer(&door, &headers, place, form, done.map(|()| page)).await
}
