//! What can be calculated in a ticket, with everything known already filled in (E-04).

use domain::actor::Actor;
use domain::calculator::{CalculatorDef, Known, OfferedCalculator, TicketCalculators};
use domain::field::FieldValue;
use domain::id::TicketId;
use domain::page::FieldView;
use domain::ticket::Ticket;
use store::{Tx, calculations, calculators, customers, pages};

use super::ids;
use crate::pages::readable;
use crate::{Desk, DeskError, Result};

/// As many as a page shows.
const RUNS: u16 = 20;

/// What a calculator's inputs can be filled from.
struct Sources {
    known: Known,
    /// Those of the ticket's own form first.
    fields: Vec<FieldView>,
}

impl Desk {
    /// The calculators of the ticket's category, and what was calculated so far.
    pub async fn calculations(&self, actor: &Actor, ticket: TicketId) -> Result<TicketCalculators> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.read().await?;
        let (ticket, _) = readable(&mut tx, actor, ticket).await?;
        let sources = self.sources(&mut tx, &ticket).await?;
        let path = ids(&catalogue.tree, ticket.category);
        let all = calculators::offered(&mut tx).await?.into_iter();
        let offered = all.filter(|(_, _, def)| def.is_offered(&path));
        let offered = offered.map(|(id, version, def)| {
            let given = sources.fill(&def);
            OfferedCalculator { id, version, def, given }
        });
        let runs = calculations::of_ticket(&mut tx, ticket.id, RUNS).await?;
        Ok(TicketCalculators { offered: offered.collect(), runs })
    }

    async fn sources(&self, tx: &mut Tx, ticket: &Ticket) -> Result<Sources> {
        let customer = customers::find(tx, ticket.requester).await?;
        let vip = customer.is_some_and(|customer| customer.vip);
        let mut fields = pages::fields(tx, ticket).await?;
        fields.sort_by_key(|view| view.field.category != ticket.category);
        Ok(Sources { known: Known::of(ticket, vip, self.clock.now()), fields })
    }
}

impl Sources {
    fn fill(&self, def: &CalculatorDef) -> Vec<String> {
        def.inputs.iter().map(|it| it.prefilled(&self.known, |key| self.field(key))).collect()
    }

    fn field(&self, key: &str) -> Option<FieldValue> {
        let mut known = self.fields.iter().filter(|view| view.field.key == key);
        known.find_map(|view| view.value.clone())
    }
}
