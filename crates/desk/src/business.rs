//! What tickets are about in other systems (A-28, B-13, E-04): kept as it was, looked at as it is.

mod looking;
mod snapshot;
mod trying;

use domain::actor::{Actor, Permission};
use domain::business::{BusinessRef, RefKind};
use domain::event::What;
use domain::id::TicketId;
use domain::invalid::Flaw;
use domain::job::Job;
use store::{business_refs, jobs};

use crate::pages::readable;
use crate::work::Work;
use crate::{Desk, DeskError, Result};

/// Longer than any number people write.
const NUMBER_MAX: usize = 64;

impl Desk {
    pub async fn add_reference(
        &self,
        actor: &Actor,
        ticket: TicketId,
        kind: RefKind,
        number: &str,
    ) -> Result<()> {
        let number = tidy(number)?;
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        work.allow(Permission::EditTickets, &case)?;

        if work.is_about(ticket, kind, &number).await? {
            work.record(ticket, What::BusinessRefAdded { thing: kind, number });
        }
        work.save(case).await?;
        work.commit().await
    }

    pub async fn remove_reference(
        &self,
        actor: &Actor,
        ticket: TicketId,
        kind: RefKind,
        number: &str,
    ) -> Result<()> {
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        work.allow(Permission::EditTickets, &case)?;

        if !business_refs::remove(&mut work.tx, ticket, kind, number).await? {
            return Err(DeskError::NotFound);
        }
        let number = number.to_owned();
        work.record(ticket, What::BusinessRefRemoved { thing: kind, number });
        work.save(case).await?;
        work.commit().await
    }

    /// What a ticket is about, as it was at the time.
    pub async fn references(&self, actor: &Actor, ticket: TicketId) -> Result<Vec<BusinessRef>> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        readable(&mut tx, actor, ticket).await?;
        Ok(business_refs::of_ticket(&mut tx, ticket).await?)
    }
}

impl Work<'_> {
    /// The ticket is about this thing. How it is, is looked up as soon as somebody can be asked.
    /// Answers whether that is new.
    pub(crate) async fn is_about(
        &mut self,
        ticket: TicketId,
        kind: RefKind,
        number: &str,
    ) -> Result<bool> {
        let about = BusinessRef::named(kind, number, self.now);
        let new = business_refs::add(&mut self.tx, ticket, &about).await?;
        if new && self.catalogue.looks_at(kind).is_some() {
            let job = Job::TakeSnapshot { ticket, thing: kind, number: number.to_owned() };
            jobs::push(&mut self.tx, &job, self.now).await?;
        }
        Ok(new)
    }
}

fn tidy(number: &str) -> Result<String> {
    let bare: String = number.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    match bare.chars().count() {
        0 => Err(DeskError::invalid("number", Flaw::Blank)),
        n if n > NUMBER_MAX => Err(DeskError::invalid("number", Flaw::TooLong { max: NUMBER_MAX })),
        _ => Ok(bare),
    }
}
