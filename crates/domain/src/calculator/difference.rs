//! What a version changed.

use serde::{Deserialize, Serialize};

use super::CalculatorDef;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    Name {
        from: String,
        to: String,
    },
    Hint,
    Categories,
    InputAdded {
        name: String,
    },
    InputRemoved {
        name: String,
    },
    /// Its kind, unit, source or default.
    InputChanged {
        name: String,
    },
    Formula {
        from: String,
        to: String,
    },
    /// Its kind, rounding, limits or field.
    Result,
    Examples,
}

impl CalculatorDef {
    /// From `before` to this one, in the order they are read.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut note = |differs: bool, change: Change| changes.extend(differs.then_some(change));
        let (from, to) = (before.name.clone(), self.name.clone());
        note(from != to, Change::Name { from, to });
        note(before.hint != self.hint, Change::Hint);
        note(before.categories != self.categories, Change::Categories);
        changes.extend(self.inputs_since(before));
        let mut note = |differs: bool, change: Change| changes.extend(differs.then_some(change));
        let (from, to) = (before.formula.clone(), self.formula.clone());
        note(from != to, Change::Formula { from, to });
        note(before.result != self.result, Change::Result);
        note(before.examples != self.examples, Change::Examples);
        changes
    }

    fn inputs_since(&self, before: &Self) -> Vec<Change> {
        let known = |def: &Self, name: &str| def.inputs.iter().any(|input| input.name == name);
        let gone = before.inputs.iter().filter(|input| !known(self, &input.name));
        let gone = gone.map(|input| Change::InputRemoved { name: input.name.clone() });
        let here = self.inputs.iter().filter(|input| !before.inputs.contains(input));
        let here = here.map(|input| {
            let name = input.name.clone();
            if known(before, &name) {
                Change::InputChanged { name }
            } else {
                Change::InputAdded { name }
            }
        });
        gone.chain(here).collect()
    }
}
