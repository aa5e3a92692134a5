//! What was really done, and how often it was asked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Something that happened in the world, once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Effect {
    pub key: String,
    pub operation: String,
    /// The number of what was made.
    pub reference: String,
    /// What was asked for.
    pub request: Value,
}

/// What a key was answered, to be answered the same again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Said {
    pub operation: String,
    pub request: Value,
    pub status: u16,
    pub body: Value,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ledger {
    pub effects: Vec<Effect>,
    /// Refusals, too.
    pub said: BTreeMap<String, Said>,
    /// How often each key came, whatever became of it.
    pub asked: BTreeMap<String, u64>,
}

impl Ledger {
    pub fn view(&self) -> Value {
        let effect = |effect: &Effect| {
            serde_json::json!({
                "key": effect.key,
                "operation": effect.operation,
                "reference": effect.reference,
                "request": effect.request,
                "asked": self.asked.get(&effect.key),
            })
        };
        serde_json::json!({
            "effects": self.effects.iter().map(effect).collect::<Vec<_>>(),
            "asked": self.asked,
        })
    }
}
