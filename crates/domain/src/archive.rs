//! When what is over leaves the lists (D-23).

use crate::bounded::bounded;
use crate::time::Span;

bounded! {
    /// So many days after it was closed; at most ten years.
    ArchiveAfter = 1..=3_650, 90 unless said;
}

impl ArchiveAfter {
    pub fn span(self) -> Span {
        Span::days(self.get().into())
    }
}
