//! Keeping how a thing was when the ticket came to be about it, and filling the form from it
//! (B-13): what the desk can look up nobody types.

use std::collections::BTreeMap;

use domain::actor::Actor;
use domain::business::{BusinessRef, RefKind, Seen, Sight};
use domain::event::What;
use domain::field::{Field, FieldKind, FieldValue};
use domain::id::{FieldId, TicketId};
use domain::job::Done;
use domain::time::Span;
use store::{business_refs, field_values};

use crate::work::{Case, Work};
use crate::{Desk, Result};

/// A system that is away is asked again, and then left in peace: whoever opens the ticket sees that
/// there is nothing, and may look.
const TRIES: i64 = 5;
const PAUSE: Span = Span::minutes(1);

impl Desk {
    pub(crate) async fn take_snapshot(
        &self,
        ticket: TicketId,
        kind: RefKind,
        number: &str,
        attempt: i64,
    ) -> Result<Done> {
        let (connector, sight) = self.look(kind, number).await?;
        let seen = match sight {
            Sight::Seen(seen) => seen,
            Sight::NotReachable { .. } if attempt < TRIES => {
                return Ok(Done::Again { after: PAUSE });
            }
            Sight::NotReachable { .. } | Sight::Nothing { .. } | Sight::NotConnected => {
                return Ok(Done::Obsolete);
            }
        };
        let mut work = self.work(&Actor::System).await?;
        let mut case = work.case(ticket).await?;
        let about = BusinessRef {
            connector: connector.map(|connector| connector.key),
            snapshot: seen.lines.iter().map(|it| (it.key.clone(), it.value.clone())).collect(),
            state: seen.state.clone(),
            ..BusinessRef::named(kind, number, work.now)
        };
        if !business_refs::keep_snapshot(&mut work.tx, ticket, &about).await? {
            return Ok(Done::Obsolete);
        }
        work.fill_from(&mut case, &seen).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Done::Done)
    }
}

impl Work<'_> {
    /// Fields that were left empty and are called as something that was seen. What somebody wrote
    /// stays.
    async fn fill_from(&mut self, case: &mut Case, seen: &Seen) -> Result<()> {
        let ticket = case.ticket.id;
        let known: BTreeMap<FieldId, _> =
            field_values::of_ticket(&mut self.tx, ticket).await?.into_iter().collect();
        let catalogue = self.catalogue.clone();
        let form = catalogue.form(case.ticket.category).iter();
        let empty: Vec<&Field> = form.filter(|field| !known.contains_key(&field.id)).collect();
        for field in empty {
            let Some(value) = value_for(field, seen) else { continue };
            field_values::set(&mut self.tx, ticket, field.id, Some(&value)).await?;
            let (field, to) = (format!("fields.{}", field.id), Some(value.to_text()));
            self.record(ticket, What::FieldChanged { field, from: None, to });
        }
        Ok(())
    }
}

/// A day is asked for where a time is known.
fn value_for(field: &Field, seen: &Seen) -> Option<FieldValue> {
    let line = seen.lines.iter().find(|line| line.key == field.key)?;
    let text = match field.kind {
        FieldKind::Date => line.value.get(..10)?,
        _ => &line.value,
    };
    field.kind.parse(text).ok()
}
