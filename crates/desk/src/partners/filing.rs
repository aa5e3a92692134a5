//! A partner files a ticket of its own: as whom.

use domain::customer::{Customer, RequesterKind};
use domain::id::ContactId;
use store::{customers, partner_contacts, partners};

use crate::work::Work;
use crate::{DeskError, Result};

impl Work<'_> {
    /// The customer a contact is when it asks for something; from the first time on, the same.
    pub(crate) async fn customer_of(&mut self, contact: ContactId) -> Result<Customer> {
        let known = partner_contacts::customer_of(&mut self.tx, contact).await?;
        let id = match known {
            Some(id) => id,
            None => self.become_customer(contact).await?,
        };
        customers::find(&mut self.tx, id).await?.ok_or(DeskError::NotFound)
    }

    async fn become_customer(&mut self, contact: ContactId) -> Result<domain::id::CustomerId> {
        let known = partner_contacts::find_active(&mut self.tx, contact).await?;
        let known = known.ok_or(DeskError::SignedOut)?;
        let partner = partners::find(&mut self.tx, known.partner).await?;
        let partner = partner.ok_or(DeskError::SignedOut)?;
        let name = format!("{} · {}", known.name, partner.name);
        let (phone, email) = (known.phone.as_ref(), known.email.as_ref());
        let row = customers::NewRow::unregistered(&name, phone, email);
        let row = customers::NewRow { kind: RequesterKind::Partner, ..row };
        let id = customers::insert(&mut self.tx, row, self.now).await?;
        partner_contacts::set_customer(&mut self.tx, contact, id).await?;
        Ok(id)
    }
}
