//! Throwing away what nobody will ask for again.

use domain::time::Span;
use store::{attachments, attempts, codes, presence, sessions, urged_tasks};

use crate::{Desk, Result};

/// A form that is open longer than this was given up.
const UNSENT: Span = Span::days(2);
/// Longer than any window tries are counted in.
const TRIES: Span = Span::days(1);
const AT_ONCE: u16 = 100;

impl Desk {
    /// Safe to call at any time, from several processes at once. Once an hour is plenty.
    pub async fn tidy_up(&self) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        sessions::forget_ended(&mut tx, now).await?;
        codes::forget_ended(&mut tx, now).await?;
        attempts::forget_older(&mut tx, now - TRIES).await?;
        presence::forget_older(&mut tx, now - Span::hours(1)).await?;
        urged_tasks::forget_over(&mut tx).await?;
        let mut unsent = Vec::new();
        for (id, path) in attachments::left_over(&mut tx, now - UNSENT, AT_ONCE).await? {
            if attachments::forget_unsent(&mut tx, id).await? {
                unsent.push(path);
            }
        }
        tx.commit().await?;
        for path in unsent {
            self.files.delete(&path).await?;
        }
        Ok(())
    }
}
