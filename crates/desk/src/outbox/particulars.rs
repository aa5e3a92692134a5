//! What is known of a ticket, for the places of a template.
//!
//! Fields of the form under their own keys, an order's number also as `order`; `ticket`, `customer`
//! and `task` beside them.

use domain::contact::{Email, Phone};
use domain::field::FieldValue;
use domain::id::TaskId;
use domain::template::Particulars;
use serde_json::json;
use store::{customers, field_values};

use crate::work::{Case, Work};
use crate::{DeskError, Result};

impl Work<'_> {
    pub(super) async fn particulars(&mut self, case: &Case, task: TaskId) -> Result<Particulars> {
        let ticket = &case.ticket;
        let requester = customers::find(&mut self.tx, ticket.requester).await?;
        let requester = requester.ok_or(DeskError::NotFound)?;
        let mut known = Particulars::default();
        for (field, value) in field_values::of_ticket(&mut self.tx, ticket.id).await? {
            let form = self.catalogue.form(ticket.category);
            if let Some(field) = form.iter().find(|known| known.id == field) {
                if let FieldValue::Order(number) = &value {
                    known = known.with("order", number.as_str());
                }
                known = known.with(&field.key, value.to_text());
            }
        }
        Ok(known
            .with(
                "ticket",
                json!({
                    "number": ticket.id.number().to_string(),
                    "subject": ticket.subject.as_str(),
                    "category": self.catalogue.tree.path_names(ticket.category).join(" / "),
                }),
            )
            .with(
                "customer",
                json!({
                    "name": requester.name,
                    "phone": requester.phone.as_ref().map(Phone::as_str),
                    "email": requester.email.as_ref().map(Email::as_str),
                }),
            )
            .with("task", task.0))
    }
}
