//! One calculator while it is edited: what the page shows, what is wrong with it, and keeping it.

use std::time::Duration;

use domain::calculator::{CalculatorDef, CalculatorPage, InputDef};
use domain::invalid::{Flaw, Flaws};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::desk::api::calculators::save_calculator;
use crate::error::AppError;
use crate::ui::Deed;

/// Typing has come to a rest.
const REST: Duration = Duration::from_millis(700);

#[derive(Clone, Copy)]
pub struct Editor {
    pub def: RwSignal<CalculatorDef>,
    /// As the server has it.
    pub page: RwSignal<CalculatorPage>,
    pub saving: Deed,
    pub publishing: Deed,
    flaws: Memo<Flaws>,
}

impl Editor {
    /// Begins with what the server has, and keeps every change there once typing rests.
    pub fn provide(page: CalculatorPage) -> Self {
        let def = RwSignal::new(page.draft.clone());
        let editor = Self {
            def,
            page: RwSignal::new(page),
            saving: Deed::new(),
            publishing: Deed::new(),
            flaws: Memo::new(move |_| def.read().check()),
        };
        provide_context(editor);
        Effect::new(move |before: Option<Option<TimeoutHandle>>| {
            def.track();
            before.flatten().inspect(TimeoutHandle::clear);
            set_timeout_with_handle(move || editor.keep(), REST).ok()
        });
        editor
    }

    /// Everything that is wrong by itself, as one types.
    pub fn flaws(self) -> Memo<Flaws> {
        self.flaws
    }

    /// What is wrong at one place; what only the server can know stands there until the next try.
    pub fn flaw(self, place: impl Into<String>) -> Signal<Option<Flaw>> {
        let place = place.into();
        let refused = move |error: &AppError| match error {
            AppError::Invalid(flaws) => flaws.of(&place).cloned(),
            _ => None,
        };
        let of_server = refused.clone();
        let known = Memo::new(move |_| {
            let here = AppError::Invalid(self.flaws.get());
            let there = self.publishing.error.read();
            refused(&here).or_else(|| there.as_ref().and_then(&of_server).filter(is_of_server))
        });
        known.into()
    }

    pub fn is_kept(self) -> bool {
        self.page.read().draft == *self.def.read()
    }

    /// Sends what is not kept yet; what was typed meanwhile is sent after that.
    pub fn keep(self) {
        let Some(draft) = self.def.try_get_untracked() else { return };
        let (id, revision) = self.page.with_untracked(|page| (page.id, page.revision));
        if self.page.with_untracked(|page| page.draft == draft) {
            return;
        }
        self.saving.run(save_calculator(id, revision, draft), move |page| {
            if self.page.try_set(page).is_none() {
                self.keep();
            }
        });
    }

    pub fn text(
        self,
        of: impl Fn(&CalculatorDef) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Memo::new(move |_| of(&self.def.read())).into()
    }

    pub fn set(
        self,
        set: impl Fn(&mut CalculatorDef, String) + Send + Sync + 'static,
    ) -> Callback<String> {
        Callback::new(move |text| self.def.update(|def| set(def, text)))
    }

    /// One input's part; blank when it is gone.
    pub fn input<T>(
        self,
        at: usize,
        of: impl Fn(&InputDef) -> T + Send + Sync + 'static,
    ) -> Signal<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.def.read().inputs.get(at).map(&of).unwrap_or_default()).into()
    }

    pub fn set_input(
        self,
        at: usize,
        set: impl Fn(&mut InputDef, String) + Send + Sync + 'static,
    ) -> Callback<String> {
        self.set(move |def, text| {
            if let Some(input) = def.inputs.get_mut(at) {
                set(input, text);
            }
        })
    }
}

/// What the browser knows as well is told by the browser, and is gone as soon as it is mended.
const fn is_of_server(flaw: &Flaw) -> bool {
    matches!(flaw, Flaw::NoSuchField | Flaw::Misfit | Flaw::Unknown)
}

pub fn editor() -> Editor {
    expect_context()
}
