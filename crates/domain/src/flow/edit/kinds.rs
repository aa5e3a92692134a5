//! Making another kind of step out of one.

use crate::flow::kind::{Answer, Join, StepKind};
use crate::flow::owner::OwnerRule;
use crate::flow::{Flow, Outcome, StepKey};

impl Flow {
    /// Keeps what fits: the owner, if people still do it and somebody chose it, and the ways, if it
    /// still ends so.
    pub fn set_kind(&mut self, key: &StepKey, kind: StepKind) {
        let Some(place) = self.place_of(key) else { return };
        let back = self.worked_before(place);
        let step = &mut self.steps[place];
        let next = step.leads_on().filter(|next| !next.as_str().is_empty()).cloned();
        let ends_otherwise = step.kind.outcomes() != kind.outcomes();
        let usual = step.owner == step.kind.usual_owner(place == 0);
        if usual || step.kind.is_done_by_people() != kind.is_done_by_people() {
            step.owner = kind.usual_owner(place == 0);
        }
        step.kind = kind;
        if ends_otherwise {
            step.lead(next.as_ref(), back.as_ref());
        }
    }

    /// A fork with two branches, which meet at the step that followed, or at a new one.
    pub fn make_fork(&mut self, key: &StepKey, branches: [&str; 2], meeting: &str) {
        let Some(place) = self.place_of(key) else { return };
        let then = match self.steps[place].leads_on().cloned() {
            Some(then) => then,
            None => self.add_after(Some(key), StepKind::Work, meeting),
        };
        self.set_kind(key, StepKind::Fork { branches: Vec::new(), join: Join::All, then });
        for branch in branches {
            self.add_branch(key, branch);
        }
    }

    /// One more answer to the question, which leads to where the first one does.
    pub fn add_answer(&mut self, key: &StepKey, label: &str) {
        let Some(step) = self.step_mut(key) else { return };
        let known = step.kind.outcomes();
        let fresh = (1..).map(|number| Outcome(format!("answer-{number}")));
        let Some(outcome) = fresh.into_iter().find(|it| !known.contains(it)) else { return };
        let to = step.leads_on().cloned();
        if let StepKind::Question { answers } = &mut step.kind {
            let (outcome, label) = (outcome.clone(), label.to_owned());
            answers.push(Answer { outcome, label, needs_note: false });
        }
        self.connect(key, Some(&outcome), to.as_ref());
    }

    pub fn remove_answer(&mut self, key: &StepKey, place: usize) {
        let Some(step) = self.step_mut(key) else { return };
        if let StepKind::Question { answers } = &mut step.kind
            && place < answers.len()
        {
            let gone = answers.remove(place).outcome;
            step.next.retain(|way| way.on.as_ref() != Some(&gone));
        }
    }
}

impl StepKind {
    /// Who has such a step when nothing else is said.
    pub fn usual_owner(&self, first: bool) -> OwnerRule {
        match self {
            Self::Accept | Self::Question { .. } => OwnerRule::Queue,
            Self::Work if first => OwnerRule::Queue,
            Self::Work => OwnerRule::PreviousHandler,
            Self::Feedback => OwnerRule::TicketOwner,
            Self::Approval => OwnerRule::Superior,
            Self::Confirmation => OwnerRule::Requester,
            Self::Action(_) | Self::Timer { .. } | Self::Fork { .. } | Self::Ticket { .. } => {
                OwnerRule::Desk
            }
        }
    }
}
