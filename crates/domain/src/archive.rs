//! When what is over leaves the lists (D-23).

use serde::{Deserialize, Serialize};

use crate::invalid::Flaw;
use crate::time::Span;

/// So many days after it was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct ArchiveAfter(u16);

impl ArchiveAfter {
    /// Ten years.
    pub const MAX: u16 = 3_650;

    pub const fn days(self) -> u16 {
        self.0
    }

    pub fn span(self) -> Span {
        Span::days(self.0.into())
    }
}

impl Default for ArchiveAfter {
    fn default() -> Self {
        Self(90)
    }
}

impl TryFrom<u16> for ArchiveAfter {
    type Error = Flaw;

    fn try_from(days: u16) -> Result<Self, Flaw> {
        if (1..=Self::MAX).contains(&days) {
            Ok(Self(days))
        } else {
            Err(Flaw::OutOfRange { min: 1, max: Self::MAX.into() })
        }
    }
}

impl From<ArchiveAfter> for u16 {
    fn from(after: ArchiveAfter) -> Self {
        after.0
    }
}
