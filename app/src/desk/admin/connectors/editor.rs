//! One connector while it is edited: what is typed, what the server has, and saving it.

use domain::connector::page;
use domain::connector::typed::Typed;
use domain::invalid::FieldFlaw;
use leptos::prelude::*;

use crate::desk::api::connectors::save_connector;
use crate::error::AppError;
use crate::ui::Deed;

#[derive(Clone, Copy)]
pub struct Editor {
    pub typed: RwSignal<Typed>,
    /// A new one; blank keeps the present.
    pub secret: RwSignal<String>,
    /// As the server has it.
    pub page: RwSignal<page::ConnectorPage>,
    pub saving: Deed,
}

impl Editor {
    pub fn provide(page: page::ConnectorPage) -> Self {
        let editor = Self {
            typed: RwSignal::new(Typed::of(&page.declared.connector)),
            secret: RwSignal::new(String::new()),
            page: RwSignal::new(page),
            saving: Deed::new(),
        };
        provide_context(editor);
        editor
    }

    pub fn is_saved(self) -> bool {
        let page = self.page.read();
        self.secret.read().is_empty() && Typed::of(&page.declared.connector) == *self.typed.read()
    }

    /// Sends what is typed; what is wrong with it stands at its place.
    pub fn save(self, then: impl FnOnce() + 'static) {
        let connector = match self.typed.with_untracked(Typed::read) {
            Ok(connector) => connector,
            Err(flaws) => return self.saving.error.set(Some(AppError::Invalid(flaws))),
        };
        let secret = Some(self.secret.get_untracked()).filter(|secret| !secret.is_empty());
        let seen = self.page.with_untracked(|page| page.declared.updated_at);
        self.saving.run(save_connector(connector, secret, Some(seen)), move |page| {
            self.typed.try_set(Typed::of(&page.declared.connector));
            self.secret.try_set(String::new());
            self.page.try_set(page);
            then();
        });
    }

    /// What is wrong below a place, such as `operations.`.
    pub fn flaws_below(self, place: &'static str) -> Signal<Vec<FieldFlaw>> {
        Signal::derive(move || match &*self.saving.error.read() {
            Some(AppError::Invalid(flaws)) => {
                flaws.0.iter().filter(|flaw| flaw.field.starts_with(place)).cloned().collect()
            }
            _ => Vec::new(),
        })
    }

    pub fn text(self, of: impl Fn(&Typed) -> String + Send + Sync + 'static) -> Memo<String> {
        Memo::new(move |_| of(&self.typed.read()))
    }
}

pub fn editor() -> Editor {
    expect_context()
}
