//! What is known of a ticket, for the places of a template.
//!
//! Fields of the form under their own keys, the numbers of what it is about under its kind, such as
//! `order`; `ticket` and `customer` beside them.

use domain::contact::{Email, Phone};
use domain::field::FieldValue;
use domain::template::Particulars;
use domain::ticket::Ticket;
use serde_json::json;
use store::{Tx, business_refs, customers, field_values};

use crate::remembered::Catalogue;
use crate::{DeskError, Result};

pub(crate) async fn particulars(
    tx: &mut Tx,
    catalogue: &Catalogue,
    ticket: &Ticket,
) -> Result<Particulars> {
    let requester = customers::find(tx, ticket.requester).await?.ok_or(DeskError::NotFound)?;
    let known = of_form(tx, catalogue, ticket).await?;
    let category = catalogue.tree.path_names(ticket.category).join(" / ");
    Ok(known
        .with(
            "ticket",
            json!({
                "number": ticket.id.number().to_string(),
                "subject": ticket.subject.as_str(),
                "category": category,
            }),
        )
        .with(
            "customer",
            json!({
                "name": requester.name,
                "phone": requester.phone.as_ref().map(Phone::as_str),
                "email": requester.email.as_ref().map(Email::as_str),
            }),
        ))
}

/// Things first, then fields: what stands in the form is what somebody decided.
async fn of_form(tx: &mut Tx, catalogue: &Catalogue, ticket: &Ticket) -> Result<Particulars> {
    let mut known = Particulars::default();
    for about in business_refs::of_ticket(tx, ticket.id).await? {
        known = known.with(about.kind.as_str(), about.number);
    }
    let form = catalogue.form(ticket.category);
    for (id, value) in field_values::of_ticket(tx, ticket.id).await? {
        let Some(field) = form.iter().find(|known| known.id == id) else { continue };
        if let FieldValue::Order(number) = &value {
            known = known.with("order", number.as_str());
        }
        known = known.with(&field.key, value.to_text());
    }
    Ok(known)
}
