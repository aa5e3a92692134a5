//! People who are served, as agents see them.

use std::collections::BTreeSet;

use domain::actor::{Actor, Permission, Reach};
use domain::customer::{Customer, Region};
use domain::event::What;
use domain::id::{CustomerId, TicketId};
use domain::list::{Cursor, Page, PageSize};
use domain::page::{CustomerCard, EarlierTicket};
use domain::ticket::Ticket;
use store::{Tx, cards, customers, tickets};

use crate::error::allow;
use crate::pages::only_readable;
use crate::{Desk, DeskError, Result};

/// Beside a ticket a few are enough; on a customer's own page more.
const EARLIER_BESIDE: u16 = 5;
const EARLIER: u16 = 50;

impl Desk {
    /// By name, phone or mail address.
    pub async fn customers(
        &self,
        actor: &Actor,
        words: Option<&str>,
        after: Option<Cursor>,
    ) -> Result<Page<Customer>> {
        allow(may_read(actor))?;
        let mut tx = self.store.read().await?;
        Ok(cards::customers(&mut tx, words, after, PageSize::default()).await?)
    }

    pub async fn customer(&self, actor: &Actor, customer: CustomerId) -> Result<CustomerCard> {
        allow(may_read(actor))?;
        let mut tx = self.store.read().await?;
        card(&mut tx, actor, customer, None, EARLIER).await
    }
}

impl Desk {
    /// Where a customer lives from now on: it chooses the branch of every step that goes to one
    /// (C-09), so their open tickets say so. Nothing means that nobody knows.
    pub async fn set_region(
        &self,
        actor: &Actor,
        customer: CustomerId,
        region: Option<String>,
    ) -> Result<()> {
        allow(actor.agent().is_some() && actor.may_ever(Permission::EditCustomers))?;
        let region = region.filter(|text| !text.trim().is_empty()).map(Region::try_from);
        let region = region.transpose().map_err(|flaw| DeskError::invalid("region", flaw))?;
        let mut work = self.work(actor).await?;
        customers::find(&mut work.tx, customer).await?.ok_or(DeskError::NotFound)?;
        let from = customers::region(&mut work.tx, customer).await?;
        let to = region.clone().map(String::from);
        if from == to {
            return Ok(());
        }
        customers::set_region(&mut work.tx, customer, region.as_ref()).await?;
        for ticket in tickets::live_of(&mut work.tx, customer).await? {
            let (field, from, to) = ("region".to_owned(), from.clone(), to.clone());
            work.record(ticket, What::FieldChanged { field, from, to });
        }
        work.commit().await
    }

    /// The regions that have a branch, to choose from.
    pub async fn served_regions(&self, actor: &Actor) -> Result<Vec<String>> {
        allow(may_read(actor))?;
        let catalogue = self.catalogue().await?;
        let served = catalogue.departments.values().flat_map(|it| it.territory.clone());
        let served: BTreeSet<String> = served.collect();
        Ok(served.into_iter().collect())
    }
}

fn may_read(actor: &Actor) -> bool {
    actor.agent().is_some() && actor.may_ever(Permission::ReadCustomers)
}

/// The strip beside a ticket. Whoever may read the ticket knows who asks; how to reach them and
/// what else they asked is for those who may read customers.
pub(crate) async fn card_beside(
    tx: &mut Tx,
    actor: &Actor,
    ticket: &Ticket,
) -> Result<CustomerCard> {
    let card = card(tx, actor, ticket.requester, Some(ticket.id), EARLIER_BESIDE).await?;
    if may_read(actor) {
        return Ok(card);
    }
    let CustomerCard { id, name, vip, .. } = card;
    Ok(CustomerCard {
        id,
        name,
        vip,
        phone: None,
        email: None,
        organization: None,
        region: None,
        tickets: 0,
        earlier: Vec::new(),
    })
}

async fn card(
    tx: &mut Tx,
    actor: &Actor,
    customer: CustomerId,
    except: Option<TicketId>,
    limit: u16,
) -> Result<CustomerCard> {
    let card = cards::card(tx, customer).await?.ok_or(DeskError::NotFound)?;
    let earlier = cards::earlier(tx, customer, except, limit).await?;
    let earlier = only_readable(tx, actor, earlier).await?;
    // A number must not tell of tickets the list keeps back.
    let tickets = match actor.reach() {
        Reach::Everything => card.tickets,
        Reach::Departments(..)
        | Reach::Groups(..)
        | Reach::Own(_)
        | Reach::Customer(_)
        | Reach::Ticket(_)
        | Reach::Nothing => shown(&earlier, except),
    };
    Ok(CustomerCard { tickets, earlier, ..card })
}

fn shown(earlier: &[EarlierTicket], except: Option<TicketId>) -> i64 {
    i64::try_from(earlier.len()).unwrap_or(i64::MAX) + i64::from(except.is_some())
}
