//! What a partner said line by line, and who put their name to it (D-20, K-06).

use serde::{Deserialize, Serialize};

use crate::confirming::Verdict;
use crate::id::{PartnerId, TaskId};
use crate::masking::masked;
use crate::time::Timestamp;

/// One question that was answered line by line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    pub task: TaskId,
    /// What was to be confirmed.
    pub name: String,
    pub partner: PartnerId,
    pub partner_name: String,
    pub lines: Vec<ConfirmedLine>,
    /// Absent until it is answered.
    pub signature: Option<Signed>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmedLine {
    pub label: String,
    /// In fen.
    pub amount: i64,
    /// Absent until it is decided.
    pub verdict: Option<Verdict>,
    /// Why.
    pub comment: Option<String>,
    /// What the picture that proves it is called.
    pub photo: Option<String>,
}

/// A name under an answer. It is part of the answer, and not a colleague's: whoever may read the
/// one reads the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    pub name: String,
    /// With a finger; otherwise the name was typed and affirmed.
    pub drawn: bool,
    pub sha256: String,
    pub at: Timestamp,
}

impl Confirmed {
    /// Of all lines, in fen.
    pub fn total(&self) -> i64 {
        self.lines.iter().map(|line| line.amount).sum()
    }

    pub(super) fn mask(&mut self) {
        self.name = masked(&self.name);
        for line in &mut self.lines {
            line.label = masked(&line.label);
            line.comment = line.comment.take().map(|comment| masked(&comment));
            line.photo = line.photo.take().map(|name| masked(&name));
        }
    }
}
