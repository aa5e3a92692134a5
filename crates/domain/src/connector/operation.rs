//! One thing that can be asked of another system, and how its answer is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::OperationKey;
use crate::business::RefKind;
use crate::template::{Missing, Particulars, Template, fill_json};
use crate::text::Name;
use crate::time::Span;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    pub key: OperationKey,
    pub name: Name,
    pub does: Does,
    pub method: Method,
    pub path: Template,
    /// JSON with places in its texts.
    #[serde(default)]
    pub body: Option<Value>,
    #[serde(default)]
    pub reading: Reading,
    /// What a person is asked for, where the ticket does not know it.
    #[serde(default)]
    pub asks: Vec<Input>,
    #[serde(default)]
    pub patience: Patience,
}

/// Whether anything is different over there afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Does {
    /// Something happens: exactly once, and only when a step asks for it. The reference it answers
    /// with is the number of a thing of this kind.
    Act {
        #[serde(default)]
        yields: Option<RefKind>,
    },
    /// Nothing changes; the thing of this kind is looked at.
    Look {
        at: RefKind,
        /// What is shown of it, and kept as it was at the time.
        #[serde(default)]
        shows: Vec<Shown>,
    },
}

/// One thing a person has to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// What places of the templates call it.
    pub key: String,
    pub label: String,
}

/// One thing that is read out of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// A field of a form with this key is filled from it.
    pub key: String,
    pub label: String,
    /// A JSON pointer, such as `/items/0/sku`.
    pub at: String,
    /// What people call the words that stand there.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// What stands there is a time as RFC 3339 writes it, and is shown to the minute.
    #[serde(default)]
    pub time: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// How an answer is understood. Everything is a JSON pointer into it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Besides its status: what has to stand there for it to be a success. Many systems answer 200
    /// to everything.
    #[serde(default)]
    pub success: Option<Equals>,
    /// Named, it has to be there: a success without its reference is a broken answer.
    #[serde(default)]
    pub reference: Option<String>,
    #[serde(default)]
    pub state: Option<String>,
    /// What people call its states.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// Why it was refused.
    #[serde(default)]
    pub reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equals {
    pub at: String,
    pub value: Value,
}

/// How often it is asked, and how long between the first two times; later pauses grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patience {
    pub tries: u32,
    pub pause: Span,
}

/// What is sent, settled when it was promised: the same words however often it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub method: Method,
    pub path: String,
    pub body: Option<Value>,
    pub reading: Reading,
    pub patience: Patience,
    pub yields: Option<RefKind>,
}

impl Default for Patience {
    /// The last of them eleven minutes after the first.
    fn default() -> Self {
        Self { tries: 6, pause: Span::seconds(2) }
    }
}

impl Method {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl Operation {
    /// It with its places filled.
    pub fn call(&self, from: &Particulars) -> Result<Call, Missing> {
        Ok(Call {
            method: self.method,
            path: self.path.fill_path(from)?,
            body: self.body.as_ref().map(|body| fill_json(body, from)).transpose()?,
            reading: self.reading.clone(),
            patience: self.patience,
            yields: match &self.does {
                Does::Act { yields } => *yields,
                Does::Look { .. } => None,
            },
        })
    }
}
