//! Where steps lead.

use crate::flow::kind::StepKind;
use crate::flow::owner::OwnerRule;
use crate::flow::{Flow, Outcome, Step, StepKey, Transition};

impl Flow {
    /// Ended in `on`, or in whatever way without one, `from` leads to `to` from now on. From a
    /// fork it is one more branch.
    pub fn connect(&mut self, from: &StepKey, on: Option<&Outcome>, to: Option<&StepKey>) {
        let Some(step) = self.step_mut(from) else { return };
        if let StepKind::Fork { branches, .. } = &mut step.kind {
            let new = to.filter(|to| !branches.contains(to)).cloned();
            branches.extend(new);
            return;
        }
        let known = step.next.iter_mut().find(|way| way.on.as_ref() == on && way.when.is_empty());
        if let Some(way) = known {
            way.to = to.cloned();
            return;
        }
        let way = Transition { on: on.cloned(), when: Vec::new(), to: to.cloned() };
        // What takes everything stays last.
        let last = step.next.iter().position(|it| it.on.is_none() && it.when.is_empty());
        step.next.insert(last.unwrap_or(step.next.len()), way);
    }

    /// A new step at the end of one way of `from`. Where that way leads after a refusal, the new
    /// step is for whoever did the work before, and leads back.
    pub fn branch_off(&mut self, from: &StepKey, way: usize, name: &str) -> Option<StepKey> {
        let place = self.place_of(from)?;
        let known = self.steps[place].next.get(way)?.clone();
        let first = self.steps[place].kind.outcomes().into_iter().next();
        let refused = known.on.is_some() && known.on != first;
        let back = self.worked_before(place).filter(|_| refused);
        let owner = back.map_or(OwnerRule::PreviousHandler, |step| OwnerRule::HandlerOf { step });
        let to = if refused { Some(from.clone()) } else { known.to };
        let key = self.fresh_key(StepKind::Work.as_str());
        let mut step = Step::new(key.as_str(), name, StepKind::Work, owner);
        step.next.push(Transition { on: None, when: Vec::new(), to });
        self.steps[place].next[way].to = Some(key.clone());
        self.steps.insert(place + 1, step);
        Some(key)
    }

    /// One more branch of a fork: a step of its own, which leads to where the branches meet.
    pub fn add_branch(&mut self, fork: &StepKey, name: &str) -> Option<StepKey> {
        let place = self.place_of(fork)?;
        let key = self.fresh_key(StepKind::Work.as_str());
        let StepKind::Fork { branches, then, .. } = &mut self.steps[place].kind else {
            return None;
        };
        branches.push(key.clone());
        let (behind, then) = (place + branches.len(), then.clone());
        let step = Step::new(key.as_str(), name, StepKind::Work, OwnerRule::Queue);
        self.steps.insert(behind.min(self.steps.len()), step.then(then.as_str()));
        Some(key)
    }
}

impl Step {
    /// Where it leads when all goes well.
    pub fn leads_on(&self) -> Option<&StepKey> {
        match &self.kind {
            StepKind::Fork { then, .. } => Some(then),
            _ => self.next.first().and_then(|way| way.to.as_ref()),
        }
    }

    pub(super) fn set_leads_on(&mut self, to: Option<&StepKey>) {
        if let (StepKind::Fork { then, .. }, Some(to)) = (&mut self.kind, to) {
            *then = to.clone();
        } else if let Some(way) = self.next.first_mut() {
            way.to = to.cloned();
        } else {
            self.next.push(Transition { on: None, when: Vec::new(), to: to.cloned() });
        }
    }

    /// A way for each of its outcomes: the first leads on, the others back.
    pub(super) fn lead(&mut self, next: Option<&StepKey>, back: Option<&StepKey>) {
        let outcomes = self.kind.outcomes();
        let single = outcomes.len() == 1;
        let ways = outcomes.into_iter().enumerate().map(|(place, outcome)| Transition {
            on: Some(outcome).filter(|_| !single),
            when: Vec::new(),
            to: if place == 0 { next } else { back.or(next) }.cloned(),
        });
        self.next = ways.collect();
    }
}
