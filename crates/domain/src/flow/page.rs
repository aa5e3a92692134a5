//! Flows as an administrator sees them.

use serde::{Deserialize, Serialize};

use crate::flow::Flow;
use crate::flow::check::Problem;
use crate::flow::compare::Difference;
use crate::id::{CategoryId, FlowId, FlowVersionId};
use crate::time::Timestamp;

/// A flow in the list of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowLine {
    pub id: FlowId,
    pub name: String,
    /// The number of the version new tickets begin with; absent until it is published.
    pub number: Option<u32>,
    pub steps: usize,
    /// Something is being worked on that is not published.
    pub has_draft: bool,
    /// The paths of the leaves whose tickets run it.
    pub categories: Vec<String>,
}

/// A flow being worked on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowPage {
    pub id: FlowId,
    pub name: String,
    /// What is published.
    pub current: Option<Flow>,
    /// What is being worked on; what is published, where nothing is.
    pub draft: Flow,
    pub has_draft: bool,
    pub saved_by: Option<String>,
    pub saved_at: Option<Timestamp>,
    /// What keeps the draft from being published.
    pub problems: Vec<Problem>,
    /// What publishing it would change.
    pub differences: Vec<Difference>,
    pub versions: Vec<VersionLine>,
    pub categories: Vec<CategoryId>,
    pub choices: Choices,
}

/// A published version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    pub id: FlowVersionId,
    pub number: u32,
    pub note: Option<String>,
    pub by: Option<String>,
    pub at: Option<Timestamp>,
}

/// What the desk has that a flow can name: each by the word the flow keeps, and by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    pub groups: Vec<(String, String)>,
    pub departments: Vec<(String, String)>,
    pub people: Vec<(String, String)>,
    pub roles: Vec<(String, String)>,
    pub partners: Vec<(String, String)>,
    /// The fields of the leaves that run the flow, by key.
    pub fields: Vec<(String, String)>,
    /// Leaves, by id and path.
    pub categories: Vec<(String, String)>,
    /// What can be asked of other systems, as `connector.operation`.
    pub actions: Vec<(String, String)>,
    pub channels: Vec<(String, String)>,
    /// How conditions can ask about the fields, by key.
    pub facts: Vec<(String, FactKind)>,
}

/// What is known when a field is filled in, and so how it can be asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    Number,
    /// Yuan.
    Money,
    OneOf(Vec<String>),
    Text,
}

/// What is to be known after saving a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// To be shown when saving the next time.
    pub at: Option<Timestamp>,
    pub problems: Vec<Problem>,
}

/// A flow as a file: it names people, groups and the like in words, so that another desk can read
/// it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowFile {
    /// What kind of file this is.
    pub gongdan_flow: u8,
    pub name: String,
    pub flow: serde_json::Value,
}

impl FlowFile {
    pub const VERSION: u8 = 1;
}
