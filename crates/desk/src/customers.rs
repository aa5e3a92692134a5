//! People who are served, as agents see them.

use domain::actor::Actor;
use domain::customer::Customer;
use domain::id::CustomerId;
use domain::list::{Cursor, Page};
use domain::page::CustomerCard;

use crate::{Desk, Result};

impl Desk {
    /// By name, phone or mail address.
    pub async fn customers(
        &self,
        actor: &Actor,
        words: Option<&str>,
        after: Option<Cursor>,
    ) -> Result<Page<Customer>> {
        let _ = (actor, words, after);
        unimplemented!()
    }

    pub async fn customer(&self, actor: &Actor, customer: CustomerId) -> Result<CustomerCard> {
        let _ = (actor, customer);
        unimplemented!()
    }
}
