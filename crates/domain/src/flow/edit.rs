//! Changing a flow in its editor. A click is one of these, and leaves a flow that still hangs
//! together as far as it can: what led to a step that is gone leads on to what followed it.

mod kinds;
mod ways;

use crate::flow::kind::StepKind;
use crate::flow::owner::OwnerRule;
use crate::flow::{Flow, Step, StepKey};

impl Flow {
    /// A new step on the way that leads on from `before`; at the end of the list without one.
    pub fn add_after(&mut self, before: Option<&StepKey>, kind: StepKind, name: &str) -> StepKey {
        let place = before.and_then(|key| self.place_of(key));
        let place = place.or_else(|| self.steps.len().checked_sub(1));
        let back = place.and_then(|place| self.worked_before(place + 1));
        let next = place.and_then(|place| self.steps[place].leads_on().cloned());
        let key = self.fresh_key(kind.as_str());
        let owner = kind.usual_owner(place.is_none());
        let mut step = Step::new(key.as_str(), name, kind, owner);
        step.lead(next.as_ref(), back.as_ref());
        if let Some(place) = place {
            self.steps[place].set_leads_on(Some(&key));
        }
        self.steps.insert(place.map_or(0, |place| place + 1), step);
        key
    }

    /// The same once more, behind it in the list. Nothing leads to it yet.
    pub fn duplicate(&mut self, key: &StepKey, name: &str) -> Option<StepKey> {
        let place = self.place_of(key)?;
        let known = &self.steps[place];
        let new = self.fresh_key(known.kind.as_str());
        let step = Step { key: new.clone(), name: name.to_owned(), ..known.clone() };
        self.steps.insert(place + 1, step);
        Some(new)
    }

    pub fn remove(&mut self, key: &StepKey) {
        let Some(place) = self.place_of(key) else { return };
        let gone = self.steps.remove(place);
        let heir = gone.leads_on().filter(|heir| *heir != key).cloned();
        for step in &mut self.steps {
            step.forget(key, heir.as_ref());
        }
        self.reopen_at.take_if(|at| at == key);
    }

    /// Puts it at this place of the list; the first is where tickets begin.
    pub fn shift(&mut self, key: &StepKey, to: usize) {
        if let Some(place) = self.place_of(key) {
            let step = self.steps.remove(place);
            self.steps.insert(to.min(self.steps.len()), step);
        }
    }

    pub fn place_of(&self, key: &StepKey) -> Option<usize> {
        self.steps.iter().position(|step| step.key == *key)
    }

    pub fn step_mut(&mut self, key: &StepKey) -> Option<&mut Step> {
        self.steps.iter_mut().find(|step| step.key == *key)
    }

    /// The last work before this place of the list: whom a refusal concerns.
    fn worked_before(&self, place: usize) -> Option<StepKey> {
        let before = self.steps[..place.min(self.steps.len())].iter().rev();
        before
            .filter(|step| step.kind.is_done_by_people() && step.kind != StepKind::Accept)
            .find(|step| step.kind != StepKind::Approval)
            .map(|step| step.key.clone())
    }

    /// `approval`, `approval-2`, …
    fn fresh_key(&self, word: &str) -> StepKey {
        let numbered = (2..).map(|number| StepKey(format!("{word}-{number}")));
        std::iter::once(StepKey::new(word))
            .chain(numbered)
            .find(|key| self.step(key).is_none())
            .unwrap_or_else(|| StepKey::new(word))
    }
}

impl Step {
    /// Everything that named the step that is gone names its heir, or nothing.
    fn forget(&mut self, key: &StepKey, heir: Option<&StepKey>) {
        let heir = heir.filter(|heir| **heir != self.key);
        for way in &mut self.next {
            if way.to.as_ref() == Some(key) {
                way.to = heir.cloned();
            }
        }
        if let StepKind::Fork { branches, then, .. } = &mut self.kind {
            branches.retain(|branch| branch != key);
            if then == key {
                *then = heir.cloned().unwrap_or_else(|| StepKey::new(""));
            }
        }
        if matches!(&self.owner, OwnerRule::HandlerOf { step } if step == key) {
            self.owner = OwnerRule::PreviousHandler;
        }
    }
}
