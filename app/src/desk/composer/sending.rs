//! Sending what was written. Whatever goes wrong, the text stays where it is.

use domain::id::AgentId;
use domain::message::MessageKind;
use leptos::prelude::*;

use super::Writing;
use super::drafts::forget;
use crate::browser;
use crate::desk::api::saying::{AndThen, Saying, say};
use crate::error::AppError;

/// The writer has seen the message that came meanwhile.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Warned {
    No,
    Yes,
}

pub fn send(writing: Writing, then: AndThen, warned: Warned, done: &'static str) {
    if writing.text().get_untracked().trim().is_empty() {
        return;
    }
    let kind = writing.kind.get_untracked();
    let number = writing.open.number;
    let error = writing.sending.error;
    let work = say(number, saying(writing, kind, then, warned));
    let work = async move {
        let said = work.await;
        if matches!(said, Err(AppError::NewMessage(_))) {
            // Shows the message that was missed, above the text.
            writing.open.refresh();
        }
        said
    };
    error.set(None);
    writing.sending.run(work, move |_| {
        writing.key.try_set_value(String::new());
        writing.named.try_set(Vec::new());
        writing.files.clear();
        forget(writing, kind);
        writing.open.refresh();
        writing.toaster.say(done);
    });
}

fn saying(writing: Writing, kind: MessageKind, then: AndThen, warned: Warned) -> Saying {
    writing.key.update_value(|key| {
        if key.is_empty() {
            *key = browser::unique();
        }
    });
    let body = writing.text_of(kind).get_untracked();
    let newest = writing.open.page.with_untracked(|page| page.newest_message);
    let seen = if warned == Warned::Yes { newest } else { writing.seen.get_untracked() };
    Saying {
        kind,
        attachments: writing.files.sent(),
        mentions: mentioned(writing, &body),
        seen: seen.filter(|_| kind == MessageKind::PublicReply),
        body,
        then,
        key: writing.key.get_value(),
    }
}

/// Those whose name is still in the text.
fn mentioned(writing: Writing, body: &str) -> Vec<AgentId> {
    let still_there = |(_, name): &&(AgentId, String)| body.contains(&format!("@{name}"));
    writing.named.with_untracked(|named| named.iter().filter(still_there).map(|it| it.0).collect())
}
