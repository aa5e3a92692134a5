//! Running a calculator in a ticket.

use std::collections::HashMap;

use domain::actor::{Actor, Permission};
use domain::calculator::{CalculatorDef, NewCalculation, WriteTo};
use domain::event::What;
use domain::id::{CalculationId, FieldId, TicketId};
use domain::invalid::Flaw;
use store::calculations::{self, NewRun};
use store::calculators;

use super::ids;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Works it out and keeps it with its inputs and version. Whoever saw an older version, or
    /// another value in the field it goes into, is told so.
    pub async fn calculate(
        &self,
        actor: &Actor,
        ticket: TicketId,
        new: NewCalculation,
    ) -> Result<CalculationId> {
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::EditTickets, &case)?;

        let def = work.offered(&case, &new).await?;
        let run = work.keep(&mut case, &def, new).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(run)
    }
}

impl Work<'_> {
    async fn offered(&mut self, case: &Case, new: &NewCalculation) -> Result<CalculatorDef> {
        let path = ids(&self.catalogue.tree, case.ticket.category);
        let all = calculators::offered(&mut self.tx).await?.into_iter();
        let mut all: HashMap<_, _> = all.map(|(id, version, def)| (id, (version, def))).collect();
        match all.remove(&new.calculator) {
            Some((_, def)) if !def.is_offered(&path) => Err(DeskError::NotFound),
            Some((version, _)) if version != new.version => Err(DeskError::Conflict),
            Some((_, def)) => Ok(def),
            None => Err(DeskError::NotFound),
        }
    }

    async fn keep(
        &mut self,
        case: &mut Case,
        def: &CalculatorDef,
        new: NewCalculation,
    ) -> Result<CalculationId> {
        let calculation = def.ready().and_then(|it| it.run(&new.given));
        let calculation = calculation.map_err(DeskError::Invalid)?;
        let field = match new.write_to {
            WriteTo::Nothing => None,
            WriteTo::Field { seen } => {
                let field = self.field_of(case, def)?;
                self.write_field(case, field, seen, &calculation.result).await?;
                Some(field)
            }
        };
        let (ticket, version) = (case.ticket.id, new.version);
        let run = NewRun {
            ticket,
            calculator: new.calculator,
            version,
            calculation: &calculation,
            field,
            by: self.actor.agent().map(|agent| agent.id),
            at: self.now,
        };
        let run = calculations::insert(&mut self.tx, run).await?;
        let (name, result_kind) = (def.name.clone(), def.result.kind);
        let stored = What::CalculationStored { run, name, version, calculation, result_kind };
        self.record(ticket, stored);
        Ok(run)
    }

    /// The field of the ticket's form the result belongs into.
    fn field_of(&self, case: &Case, def: &CalculatorDef) -> Result<FieldId> {
        let form = self.catalogue.form(case.ticket.category).iter();
        let mut wanted = form.filter(|field| Some(&field.key) == def.result.field.as_ref());
        let field = wanted.next().ok_or_else(|| DeskError::invalid("field", Flaw::NoSuchField))?;
        Ok(field.id)
    }
}
