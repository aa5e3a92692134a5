//! Nothing typed is lost: every change goes to this browser at once, and to the server after a
//! pause. Of two who change the same flow, the second is told and keeps what they have.

use std::time::Duration;

use domain::flow::Flow;
use domain::time::Timestamp;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::state::{Editor, editor};
use crate::browser;
use crate::desk::api::flows::{open_flow, save_flow};
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::Button;

const PAUSE: Duration = Duration::from_millis(700);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// As the server has it.
    Clean,
    /// Changed here, on its way.
    Here,
    Saved,
    /// The server could not be reached; the browser still has it.
    OnlyHere,
    /// This person saved it meanwhile.
    Conflict(Option<String>),
}

/// A draft as this browser keeps it, and which saved one it grew out of.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    draft: Flow,
    seen: Option<Timestamp>,
}

impl Editor {
    /// After each change.
    pub(super) fn typed(self) {
        if matches!(self.saving.get_untracked(), Saving::Conflict(_)) {
            self.keep_here();
            return;
        }
        self.saving.set(Saving::Here);
        self.keep_here();
        if let Some(before) = self.pause.get_value() {
            before.clear();
        }
        self.pause.set_value(set_timeout_with_handle(move || self.keep_there(), PAUSE).ok());
    }

    /// Takes up what this browser kept and the server never got.
    pub fn take_up(self) {
        Effect::new(move |before: Option<()>| {
            let kept = browser::kept(&self.key()).filter(|_| before.is_none());
            let kept = kept.and_then(|kept| serde_json::from_str::<Kept>(&kept).ok());
            let Some(Kept { draft, seen }) = kept else { return };
            if self.draft.with_untracked(|known| *known == draft) {
                return;
            }
            self.draft.set(draft);
            self.seen.set(seen);
            self.toaster.say(lang().flow_recovered());
            self.keep_there();
        });
    }

    /// Saves what is not saved yet, and then does something.
    pub fn settle(self, then: impl FnOnce() + 'static) {
        if self.busy.get_value() {
            set_timeout(move || self.settle(then), PAUSE / 4);
            return;
        }
        if let Some(before) = self.pause.get_value() {
            before.clear();
        }
        match self.saving.get_untracked() {
            Saving::Clean | Saving::Saved => then(),
            Saving::Here | Saving::OnlyHere | Saving::Conflict(_) => spawn_local(async move {
                self.save().await;
                if self.saving.try_get_untracked() == Some(Saving::Saved) {
                    then();
                }
            }),
        }
    }

    pub fn keep_there(self) {
        spawn_local(self.save());
    }

    /// One at a time: the next one has to name what this one makes.
    async fn save(self) {
        if self.busy.try_get_value() != Some(false) {
            self.again.try_set_value(true);
            return;
        }
        self.busy.set_value(true);
        loop {
            self.again.try_set_value(false);
            self.save_once().await;
            if self.again.try_get_value() != Some(true) {
                break;
            }
        }
        self.busy.try_set_value(false);
    }

    async fn save_once(self) {
        // The pause may end after the page was left; then the browser's copy is taken up next time.
        let Some(draft) = self.draft.try_get_untracked() else { return };
        let seen = self.seen.get_untracked();
        match save_flow(self.id, Some(draft.clone()), seen).await {
            Ok(saved) => {
                self.seen.try_set(saved.at);
                self.page.try_update(|page| page.has_draft = true);
                if self.draft.try_get_untracked().is_some_and(|now| now == draft) {
                    self.saving.try_set(Saving::Saved);
                    browser::forget(&self.key());
                }
            }
            Err(AppError::Conflict) => self.tell_who().await,
            Err(_) => drop(self.saving.try_set(Saving::OnlyHere)),
        }
    }

    async fn tell_who(self) {
        let theirs = open_flow(self.id).await.ok();
        self.saving.try_set(Saving::Conflict(theirs.and_then(|page| page.saved_by)));
    }

    fn keep_here(self) {
        let draft = self.draft.get_untracked();
        let kept = Kept { draft, seen: self.seen.get_untracked() };
        if let Ok(kept) = serde_json::to_string(&kept) {
            browser::keep(&self.key(), &kept);
        }
    }

    fn key(self) -> String {
        format!("flow.{}", self.id)
    }

    /// Theirs is shown, and mine is gone.
    pub fn reload(self) {
        browser::forget(&self.key());
        spawn_local(async move {
            if let Ok(page) = open_flow(self.id).await {
                self.replace(page);
            }
        });
    }

    /// Mine replaces theirs.
    fn insist(self) {
        spawn_local(async move {
            if let Ok(page) = open_flow(self.id).await {
                self.seen.set(page.saved_at);
                self.saving.set(Saving::Here);
                self.save().await;
            }
        });
    }
}

/// What the second is told.
#[component]
pub fn ConflictNote() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let who = move || match editor.saving.get() {
        Saving::Conflict(who) => Some(who.unwrap_or_else(|| w.somebody().to_owned())),
        Saving::Clean | Saving::Here | Saving::Saved | Saving::OnlyHere => None,
    };

    view! {
        <div role="alert">
            {move || who().map(|who| view! {
                <div class="flow-conflict">
                    <p>{w.flow_conflict(who)}</p>
                    <Button on:click=move |_| editor.reload()>{w.flow_take_theirs()}</Button>
                    <Button kind="primary" on:click=move |_| editor.insist()>{w.flow_keep_mine()}</Button>
                </div>
            })}
        </div>
    }
}
