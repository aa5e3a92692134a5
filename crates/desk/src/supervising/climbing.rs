//! What was missed goes to the next leader by itself (D-14).

use domain::actor::{Actor, TakesPart};
use domain::event::{By, What};
use domain::id::SupervisionId;
use domain::job::Done;
use domain::supervision::{Rung, Supervision};

use super::matter::Matter;
use crate::work::Work;
use crate::{Desk, Result};

impl Desk {
    /// Looks whether a report or the limit was missed. One that was answered or put off since is
    /// left alone; the desk looks again when the next thing is due.
    pub(crate) async fn press(&self, id: SupervisionId) -> Result<Done> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let matter = work.matter(id).await?;
        if matter.supervision.due_at.is_none_or(|due_at| due_at > work.now) {
            return Ok(Done::Obsolete);
        }
        let Some((missed, what)) = matter.supervision.miss(work.now) else {
            return Ok(Done::Obsolete);
        };

        let overdue = What::SupervisionOverdue { supervision: id, missed: what };
        work.settle(&matter, &missed, By::System, &overdue).await?;
        if let Some(rung) = matter.ladder().next(matter.supervision.answerable) {
            work.escalate(matter, &missed, rung).await?;
        }
        work.commit().await?;
        Ok(Done::Done)
    }
}

impl Work<'_> {
    /// At the top there is nobody to go to, and it stays overdue.
    async fn escalate(&mut self, matter: Matter, missed: &Supervision, rung: Rung) -> Result<()> {
        let Some(escalated) = missed.escalate(rung.department, self.now) else { return Ok(()) };
        let what = What::SupervisionEscalated {
            supervision: missed.id,
            department: rung.department,
            to: rung.leader,
        };
        let matter = matter.after(missed.clone());
        self.settle(&matter, &escalated, By::System, &what).await?;
        for ticket in &matter.tickets {
            self.join(*ticket, rung.leader, TakesPart::Asked).await?;
        }
        Ok(())
    }
}
