//! A customer files.

use app::ssr::portal::by_cookie;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use desk::Desk;
use domain::actor::Actor;
use domain::channel::Channel;
use domain::id::{AttachmentId, CategoryId};
use domain::page::Filing;

use super::answering::{Place, answer};
use super::form::Form;
use super::{Door, caller};

pub async fn file(State(door): State<Door>, headers: HeaderMap, mut form: Form) -> Response {
    let outcome = filed(&door.desk, &headers, &mut form).await;
    answer(&door, &headers, Place::itself("/new"), form, outcome).await
}

async fn filed(desk: &Desk, headers: &HeaderMap, form: &mut Form) -> desk::Result<String> {
    let who = by_cookie(desk, headers).await?;
    if who == Actor::Visitor {
        desk.visitor_may_file(&caller(headers)).await?;
    }
    take_in(desk, &who, form).await?;
    let filed = desk.file(&who, Channel::WEB, read(form)).await?;
    Ok(format!("{}&new=1", filed.link))
}

fn read(form: &Form) -> Filing {
    let category = form.text("category").and_then(|id| id.parse().ok()).map(CategoryId);
    let (attachments, upload_keys) = references(form);
    Filing {
        category,
        subject: form.text("subject"),
        description: form.text("description").unwrap_or_default(),
        name: form.text("name"),
        phone: form.text("phone"),
        email: form.text("email"),
        fields: fields(form),
        attachments,
        upload_keys,
        idempotency_key: form.text("key"),
        ..Filing::default()
    }
}

/// Several values of one input are its lines.
fn fields(form: &Form) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for (name, value) in &form.values {
        let Some(field) = name.strip_prefix("fields.") else { continue };
        match fields.iter_mut().find(|(known, _)| known == field) {
            Some((_, lines)) => {
                lines.push('\n');
                lines.push_str(value);
            }
            None => fields.push((field.to_owned(), value.clone())),
        }
    }
    fields
}

/// Files that came with the form itself are taken in, and stand in it as references from then on:
/// a form that is shown again must not lose them.
pub async fn take_in(desk: &Desk, who: &Actor, form: &mut Form) -> desk::Result<()> {
    for file in std::mem::take(&mut form.files) {
        let upload = desk.upload(who, &file.name, file.content).await?;
        let id = upload.attachment.id;
        if file.input.starts_with("fields.") {
            form.values.push((file.input, id.to_string()));
        }
        form.values.push(("attachments".into(), format!("{id}.{}", upload.key)));
        form.values.push(("attachment_names".into(), file.name));
    }
    Ok(())
}

/// References as `POST /files` gave them: `12.key`.
pub fn references(form: &Form) -> (Vec<AttachmentId>, Vec<String>) {
    form.all("attachments")
        .filter_map(|reference| {
            let (id, key) = reference.split_once('.').unwrap_or((reference, ""));
            Some((AttachmentId(id.parse().ok()?), key.to_owned()))
        })
        .unzip()
}
