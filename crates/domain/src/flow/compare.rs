//! What a new version of a flow changes, for whoever publishes it.

use serde::{Deserialize, Serialize};

use crate::flow::{Flow, Step, StepKey};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub step: StepKey,
    pub name: String,
    pub change: Change,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    Added,
    Removed,
    Changed { parts: Vec<Part> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Name,
    Kind,
    Owner,
    Instructions,
    Evidence,
    Fields,
    Deadline,
    Transitions,
}

impl Flow {
    /// Step by step, in the order of the new version; what was removed comes last.
    pub fn differs_from(&self, old: &Self) -> Vec<Difference> {
        let kept = self.steps.iter().filter_map(|step| match old.step(&step.key) {
            None => Some(difference(step, Change::Added)),
            Some(known) => {
                let parts = parts(known, step);
                (!parts.is_empty()).then(|| difference(step, Change::Changed { parts }))
            }
        });
        let gone = old.steps.iter().filter(|step| self.step(&step.key).is_none());
        kept.chain(gone.map(|step| difference(step, Change::Removed))).collect()
    }
}

fn difference(step: &Step, change: Change) -> Difference {
    Difference { step: step.key.clone(), name: step.name.clone(), change }
}

fn parts(old: &Step, new: &Step) -> Vec<Part> {
    let differs = [
        (Part::Name, old.name != new.name),
        (Part::Kind, old.kind != new.kind),
        (Part::Owner, old.owner != new.owner),
        (Part::Instructions, old.instructions != new.instructions),
        (Part::Evidence, old.evidence != new.evidence),
        (Part::Fields, old.fields != new.fields),
        (Part::Deadline, old.deadline_hours != new.deadline_hours),
        (Part::Transitions, old.next != new.next),
    ];
    differs.into_iter().filter_map(|(part, differs)| differs.then_some(part)).collect()
}
