//! Handing up what a group cannot solve (D-21).

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::id::TicketId;
use domain::invalid::Flaw;
use domain::text::Reason;

use crate::transferring::Destination;
use crate::{Desk, DeskError, Result};

impl Desk {
    /// To the queue of the group this one escalates to, one level more pressing. All that happened
    /// stays with the ticket, and so does who answers to the customer for it.
    pub async fn escalate(&self, actor: &Actor, ticket: TicketId, note: String) -> Result<()> {
        let note = Reason::try_from(note).map_err(|flaw| DeskError::invalid("note", flaw))?;
        let note = String::from(note);
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Transfer, &case)?;
        let group = work.catalogue.group(case.ticket.group)?.escalates_to;
        let group = group.ok_or_else(|| DeskError::invalid("group", Flaw::NotOffered))?;
        let (from, to) = (case.ticket.priority, case.ticket.priority.raised());

        case.ticket.priority = to;
        let told = What::TicketEscalated { group, from, to, note: note.clone() };
        work.move_to(&mut case, Destination { group, to: None }, Some(note), told).await?;
        work.save(case).await?;
        work.commit().await
    }
}
