//! Nothing typed is lost: every key goes to this browser, every second's pause to the server.

use std::time::Duration;

use domain::id::MessageId;
use domain::message::MessageKind;
use domain::time::Timestamp;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::Writing;
use crate::browser;
use crate::desk::api::saying::save_draft;

const PAUSE: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// Nothing typed since it was loaded.
    Clean,
    /// In this browser, not yet on the server.
    Here,
    Saved,
    /// The server could not be reached; the browser still has it.
    OnlyHere,
}

/// A draft as this browser keeps it.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    body: String,
    at: Timestamp,
    seen: Option<MessageId>,
}

const KINDS: [MessageKind; 2] = [MessageKind::PublicReply, MessageKind::Note];

/// Takes up what this browser kept and the server never got, then keeps what is typed.
pub fn keep_drafts(writing: Writing) {
    Effect::new(move || {
        for kind in KINDS {
            take_up(writing, kind);
        }
    });
}

/// After each key.
pub fn typed(writing: Writing, pause: StoredValue<Option<TimeoutHandle>>) {
    let kind = writing.kind.get_untracked();
    writing.draft.set(DraftState::Here);
    keep_here(writing, kind);
    if let Some(before) = pause.get_value() {
        before.clear();
    }
    let next = set_timeout_with_handle(move || keep_there(writing, kind), PAUSE).ok();
    pause.set_value(next);
}

/// It was sent.
pub fn forget(writing: Writing, kind: MessageKind) {
    browser::forget(&key(writing, kind));
    writing.text_of(kind).set(String::new());
    writing.draft.set(DraftState::Clean);
    keep_there(writing, kind);
}

fn take_up(writing: Writing, kind: MessageKind) {
    let kept = browser::kept(&key(writing, kind));
    let Some(kept) = kept.and_then(|kept| serde_json::from_str::<Kept>(&kept).ok()) else { return };
    let known = writing.open.page.with_untracked(|page| {
        page.drafts.iter().find(|draft| draft.kind == kind).map(|draft| draft.saved_at)
    });
    if known.is_none_or(|saved_at| kept.at > saved_at) && !kept.body.is_empty() {
        writing.text_of(kind).set(kept.body);
        if kind == MessageKind::PublicReply {
            writing.seen.set(kept.seen);
        }
        keep_there(writing, kind);
    }
}

fn keep_here(writing: Writing, kind: MessageKind) {
    let kept = Kept {
        body: writing.text_of(kind).get_untracked(),
        at: crate::reader::clock(),
        seen: writing.seen.get_untracked(),
    };
    if let Ok(kept) = serde_json::to_string(&kept) {
        browser::keep(&key(writing, kind), &kept);
    }
}

fn keep_there(writing: Writing, kind: MessageKind) {
    // The pause may end after the ticket was left; then the browser's copy is taken up next time.
    let Some(body) = writing.text_of(kind).try_get_untracked() else { return };
    let seen = writing.seen.get_untracked();
    spawn_local(async move {
        let saved = save_draft(writing.open.number, kind, body.clone(), seen).await;
        let same = writing.text_of(kind).try_get_untracked().is_some_and(|now| now == body);
        if same && !body.is_empty() {
            let state = if saved.is_ok() { DraftState::Saved } else { DraftState::OnlyHere };
            writing.draft.try_set(state);
        }
        if saved.is_ok() && same {
            browser::forget(&key(writing, kind));
        }
    });
}

fn key(writing: Writing, kind: MessageKind) -> String {
    let me = writing.open.me.try_with_value(|me| me.id.0).unwrap_or_default();
    format!("draft.{me}.{}.{}", writing.open.number, kind.as_str())
}
