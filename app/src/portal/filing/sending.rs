//! From the button to the answer: kept on the device until sent, sent until answered, and the same
//! ticket however often it was sent.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use web_sys::FormData;

use crate::error::AppError;
use crate::portal::answer::{Answer, Echo, flaws_of};
use crate::portal::draft::{self, Draft};
use crate::portal::here;
use crate::portal::photos::Album;
use crate::portal::post::{Lost, submit};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    Not,
    Photos,
    Now,
    /// The connection is gone: it is kept, and sent when it is back.
    Later,
}

/// One form on its way.
#[derive(Clone, Copy)]
pub struct Sheet {
    form: NodeRef<html::Form>,
    pub state: RwSignal<Sending>,
    pub why: RwSignal<Option<AppError>>,
    pub album: Album,
    /// The device has it.
    pub kept: RwSignal<bool>,
    /// It is from an earlier visit.
    pub restored: RwSignal<bool>,
    /// Somebody does not want to wait for the next attempt.
    nudged: StoredValue<bool>,
    /// What was kept from before; fields that come later take their values from it.
    pub draft: StoredValue<Option<Draft>>,
    go: StoredValue<Go>,
}

type Go = Box<dyn Fn(&str) + Send + Sync>;

impl Sheet {
    pub fn new(form: NodeRef<html::Form>, echo: Option<&Echo>) -> Self {
        let echoed = echo.is_some();
        let navigate = use_navigate();
        let go: Go = Box::new(move |to| navigate(to, NavigateOptions::default()));
        let sheet = Self {
            form,
            state: RwSignal::new(Sending::Not),
            why: RwSignal::new(echo.map(|echo| echo.why.clone())),
            album: Album::new("/new/files".into(), None, echo),
            kept: RwSignal::new(false),
            restored: RwSignal::new(false),
            nudged: StoredValue::new(false),
            draft: StoredValue::new(None),
            go: StoredValue::new(go),
        };
        Effect::new(move || sheet.take_over(echoed));
        Effect::new(move |before: Option<()>| {
            sheet.album.photos.track();
            if before.is_some() {
                sheet.keep();
            }
        });
        sheet
    }

    /// The program runs from here on: what an earlier visit left is put back, unless the page
    /// brought something newer.
    fn take_over(self, echoed: bool) {
        let Some(form) = self.form.get() else { return };
        let Some(draft) = Draft::load().filter(Draft::is_worth_keeping) else { return };
        if echoed {
            return;
        }
        draft::restore(&form, &draft);
        self.album.restore(draft.photos.clone());
        self.restored.set(!draft.sending);
        let unsent = draft.sending;
        self.draft.set_value(Some(draft));
        if unsent {
            self.send();
        }
    }

    /// Keeps on the device what stands in the form now.
    pub fn keep(self) {
        let Some(draft) = self.draft(self.state.get_untracked() != Sending::Not) else { return };
        if draft.is_worth_keeping() {
            draft.save();
            self.kept.set(true);
        }
    }

    fn draft(self, sending: bool) -> Option<Draft> {
        let form = self.form.get_untracked()?;
        let photos = self.album.photos.get_untracked();
        Some(Draft { values: draft::values_of(&form), photos, sending })
    }

    #[expect(clippy::unused_self, reason = "it is this filing that is given up")]
    pub fn begin_anew(self) {
        Draft::forget();
        here::load(super::HERE);
    }

    /// A second tap while it is under way changes nothing; while it waits, it hurries.
    pub fn send(self) {
        match self.state.get_untracked() {
            Sending::Photos | Sending::Now => {}
            Sending::Later => self.nudged.set_value(true),
            Sending::Not => {
                self.state.set(Sending::Now);
                self.why.set(None);
                spawn_local_scoped_with_cancellation(async move { self.until_answered().await });
            }
        }
    }

    async fn until_answered(self) {
        let mut attempts = 0;
        loop {
            if let Ok(answer) = self.attempt().await {
                return self.finish(answer);
            }
            self.state.set(Sending::Later);
            self.keep();
            here::wait_for_network(attempts, self.nudged).await;
            attempts += 1;
        }
    }

    async fn attempt(self) -> Result<Answer, Lost> {
        self.state.set(Sending::Photos);
        self.keep();
        self.album.send_all().await?;
        self.state.set(Sending::Now);
        // The references of the photos are in the form once the page has drawn them.
        leptos::task::tick().await;
        let form = self.form.get_untracked().ok_or(Lost)?;
        let data = FormData::new_with_form(&form).map_err(|_| Lost)?;
        data.delete("photos");
        submit(super::HERE, &data).await
    }

    fn finish(self, answer: Answer) {
        self.state.set(Sending::Not);
        match answer {
            Answer::Done(to) => {
                Draft::forget();
                self.go.with_value(|go| go(&to));
            }
            Answer::Refused(why) => {
                let first = flaws_of(Some(&why)).0.into_iter().next();
                self.why.set(Some(why));
                self.keep();
                if let (Some(form), Some(first)) = (self.form.get_untracked(), first) {
                    draft::focus(&form, &first.field);
                }
            }
        }
    }
}
