//! Finding tickets by what was said on them.

use domain::actor::{Actor, Permission, Reach};
use domain::id::TicketNumber;
use domain::list::{Page, TicketQuery, TicketRow};
use store::lists::{self, Part};
use store::search::{self, Whom};
use store::{Tx, tickets};

use crate::Result;
use crate::lists::part;
use crate::work::takes_part;

/// A number somebody typed opens that ticket; anything else is words.
pub(crate) async fn search(
    tx: &mut Tx,
    actor: &Actor,
    words: &str,
    query: &TicketQuery,
) -> Result<Page<TicketRow>> {
    let number = query.after.is_none().then(|| words.parse::<TicketNumber>().ok()).flatten();
    let named = match number {
        Some(number) => by_number(tx, actor, number).await?,
        None => None,
    };
    if let Some(row) = named {
        return Ok(Page { rows: vec![row], next: None });
    }
    let whom = whom(tx, actor).await?;
    Ok(search::tickets(tx, &whom, words, query).await?)
}

async fn by_number(tx: &mut Tx, actor: &Actor, number: TicketNumber) -> Result<Option<TicketRow>> {
    let Some(ticket) = tickets::find(tx, number.0).await? else { return Ok(None) };
    let takes_part = takes_part(tx, actor, ticket.id).await?;
    if !actor.may(Permission::ReadTickets, &ticket.whose(takes_part)) {
        return Ok(None);
    }
    Ok(lists::rows(tx, &[ticket.id]).await?.pop())
}

async fn whom(tx: &mut Tx, actor: &Actor) -> Result<Whom> {
    Ok(match actor.reach() {
        Reach::Customer(id) => Whom::Customer(id),
        Reach::Ticket(id) => Whom::Link(id),
        Reach::Nothing => Whom::Agent(Part::default()),
        Reach::Everything | Reach::Departments(..) | Reach::Groups(..) | Reach::Own(_) => {
            Whom::Agent(part(tx, actor, Permission::ReadTickets).await?)
        }
    })
}
