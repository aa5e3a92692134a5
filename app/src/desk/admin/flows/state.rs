//! The flow that is open in the editor.

use domain::flow::check::Problem;
use domain::flow::page::{Choices, FlowPage};
use domain::flow::{Flow, Step, StepKey};
use domain::id::FlowId;
use domain::time::Timestamp;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::saving::Saving;
use crate::ui::{Toaster, toaster};

#[derive(Clone, Copy)]
pub struct Editor {
    pub id: FlowId,
    /// As the server answered it last.
    pub page: RwSignal<FlowPage>,
    pub draft: RwSignal<Flow>,
    pub selected: RwSignal<Option<StepKey>>,
    pub choices: Memo<Choices>,
    /// What keeps the draft from being published, found here with every change.
    pub problems: Memo<Vec<Problem>>,
    pub saving: RwSignal<Saving>,
    /// Which state of the draft this one grew out of.
    pub seen: RwSignal<Option<Timestamp>>,
    pub(super) pause: StoredValue<Option<TimeoutHandle>>,
    /// A draft is on its way to the server, and whether another has to follow.
    pub(super) busy: StoredValue<bool>,
    pub(super) again: StoredValue<bool>,
    pub toaster: Toaster,
}

impl Editor {
    pub fn provide(page: FlowPage) -> Self {
        let (id, seen, first) = (page.id, page.saved_at, page.draft.steps.first());
        let selected = RwSignal::new(first.map(|step| step.key.clone()));
        let draft = RwSignal::new(page.draft.clone());
        let page = RwSignal::new(page);
        let choices = Memo::new(move |_| page.read().choices.clone());
        let problems = Memo::new(move |_| draft.read().problems_among(&choices.read()));
        let editor = Self {
            id,
            page,
            draft,
            selected,
            choices,
            problems,
            saving: RwSignal::new(Saving::Clean),
            seen: RwSignal::new(seen),
            pause: StoredValue::new(None),
            busy: StoredValue::new(false),
            again: StoredValue::new(false),
            toaster: toaster(),
        };
        provide_context(editor);
        editor
    }

    /// Changes the draft; from here on saving takes care of itself.
    pub fn change<T>(self, edit: impl FnOnce(&mut Flow) -> T) -> Option<T> {
        let done = self.draft.try_update(edit);
        self.typed();
        done
    }

    /// Changes one step.
    pub fn change_step(self, key: &StepKey, edit: impl FnOnce(&mut Step)) {
        self.change(|flow| flow.step_mut(key).map(edit));
    }

    /// The step as it is now; an empty one after it was deleted, for as long as it is still shown.
    pub fn step(self, key: &StepKey) -> Memo<Step> {
        let key = key.clone();
        Memo::new(move |before: Option<&Step>| {
            self.draft.read().step(&key).or(before).cloned().unwrap_or_else(|| gone(&key))
        })
    }

    pub fn select(self, key: &StepKey) {
        self.selected.set(Some(key.clone()));
    }

    /// Whether there is something to publish.
    pub fn has_draft(self) -> bool {
        self.page.read().has_draft || self.saving.get() != Saving::Clean
    }

    /// What the server has now replaces everything here.
    pub fn replace(self, page: FlowPage) {
        self.seen.set(page.saved_at);
        self.draft.set(page.draft.clone());
        self.saving.set(Saving::Clean);
        let stays = self
            .selected
            .with_untracked(|key| key.as_ref().is_some_and(|key| page.draft.step(key).is_some()));
        if !stays {
            self.selected.set(page.draft.steps.first().map(|step| step.key.clone()));
        }
        self.page.set(page);
    }
}

pub fn editor() -> Editor {
    expect_context()
}

fn gone(key: &StepKey) -> Step {
    use domain::flow::kind::StepKind;
    use domain::flow::owner::OwnerRule;

    Step::new(key.as_str(), "", StepKind::Work, OwnerRule::Queue)
}
