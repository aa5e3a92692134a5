//! Where one writes: to the customer, or among ourselves. One component for both (D-29).

mod drafts;
mod files;
mod kinds;
mod mentions;
mod newer;
mod send_bar;
mod sending;
mod textbox;

use domain::actor::Permission;
use domain::id::{AgentId, MessageId};
use domain::message::MessageKind;
use leptos::prelude::*;

use super::keys::{Command, on_command};
use super::ticket::{Open, open};
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Deed, Problem, Toaster, toaster};
use drafts::{DraftState, keep_drafts};
pub use files::{FileButton, FileList, Files};
use kinds::Kinds;
use newer::Newer;
use send_bar::SendBar;
use textbox::TextBox;

/// What is being written. Copied freely: all of it is signals.
#[derive(Clone, Copy)]
pub struct Writing {
    pub open: Open,
    pub kind: RwSignal<MessageKind>,
    pub reply: RwSignal<String>,
    pub note: RwSignal<String>,
    /// The newest message the writer had seen when the reply was begun, or was shown since.
    pub seen: RwSignal<Option<MessageId>>,
    /// People named with `@`, as they were chosen.
    pub named: RwSignal<Vec<(AgentId, String)>>,
    pub files: Files,
    pub draft: RwSignal<DraftState>,
    pub sending: Deed,
    pub toaster: Toaster,
    /// Of the message being written; a second try has the same key and is one message.
    pub key: StoredValue<String>,
}

impl Writing {
    fn begin(open: Open) -> Self {
        let draft = |kind: MessageKind| {
            open.page
                .with_untracked(|page| page.drafts.iter().find(|draft| draft.kind == kind).cloned())
        };
        let (reply, note) = (draft(MessageKind::PublicReply), draft(MessageKind::Note));
        let newest = open.page.with_untracked(|page| page.newest_message);
        let seen = reply.as_ref().map_or(newest, |draft| draft.seen.or(newest));
        let may_reply = open.page.with_untracked(|page| page.may.contains(&Permission::Reply));
        let kind = if may_reply { MessageKind::PublicReply } else { MessageKind::Note };
        Self {
            open,
            kind: RwSignal::new(kind),
            reply: RwSignal::new(reply.map(|draft| draft.body).unwrap_or_default()),
            note: RwSignal::new(note.map(|draft| draft.body).unwrap_or_default()),
            seen: RwSignal::new(seen),
            named: RwSignal::default(),
            files: Files::default(),
            draft: RwSignal::new(DraftState::Clean),
            sending: Deed::new(),
            toaster: toaster(),
            key: StoredValue::default(),
        }
    }

    /// The text of a kind.
    pub fn text_of(self, kind: MessageKind) -> RwSignal<String> {
        match kind {
            MessageKind::PublicReply => self.reply,
            MessageKind::Note => self.note,
        }
    }

    pub fn text(self) -> RwSignal<String> {
        self.text_of(self.kind.get())
    }

    pub fn is_blank(self) -> bool {
        self.text().read().trim().is_empty()
    }
}

#[component]
pub fn Composer() -> impl IntoView {
    let w = lang();
    let open = open();
    let writing = Writing::begin(open);
    provide_context(writing);
    keep_drafts(writing);
    let may_reply = open.may(Permission::Reply);
    let may_note = open.may(Permission::Note);
    let to = move |kind: MessageKind| {
        writing.kind.set(kind);
        textbox::focus();
    };
    on_command(Command::Reply, move || {
        if may_reply.get_untracked() {
            to(MessageKind::PublicReply);
        }
    });
    on_command(Command::Note, move || {
        if may_note.get_untracked() {
            to(MessageKind::Note);
        }
    });
    // A message that came meanwhile is shown in full above the text.
    let failed = Signal::derive(move || {
        let error = writing.sending.error.get();
        error.filter(|error| !matches!(error, AppError::NewMessage(_)))
    });
    let kind = move || writing.kind.get().as_str();

    view! {
        <Show when=move || may_reply.get() || may_note.get()>
            <footer class="writer" data-kind=kind aria-label=w.composer_label()>
                <Kinds writing may_reply may_note/>
                <Newer writing/>
                <TextBox writing/>
                <FileList files=writing.files/>
                <Problem error=failed/>
                <SendBar writing/>
            </footer>
        </Show>
    }
}
