//! People who are served, as agents see them.

use domain::actor::{Actor, Permission, Reach};
use domain::customer::Customer;
use domain::id::{CustomerId, TicketId};
use domain::list::{Cursor, Page, PageSize};
use domain::page::{CustomerCard, EarlierTicket};
use domain::ticket::Ticket;
use store::{Tx, cards};

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
