//! Signed links: one ticket, without a password.
//!
//! A key says until when it holds and for whom, and is signed together with the ticket it opens.
//! Nothing of it is stored; a new secret ends all of them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::actor::{Actor, Permission};
use domain::id::{CustomerId, TicketId};
use domain::time::{Span, Timestamp};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::tickets;

use crate::{Desk, DeskError, Result};

/// Half a year: as long as people come back to an old matter.
const LASTS: Span = Span::days(180);
/// Customer and end in front, eight bytes each; the signature behind.
const HEAD: usize = 16;

impl Desk {
    /// What goes behind `/t/{number}?k=`, for whoever may show the ticket to its customer.
    pub async fn link_key(&self, actor: &Actor, ticket: TicketId) -> Result<String> {
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        work.allow(Permission::Reply, &case)?;
        Ok(self.sign_link(ticket, case.ticket.requester))
    }

    /// Who holds the link. Forged, altered, expired or of another ticket: `NotFound`, which says
    /// nothing about the ticket.
    pub async fn link_holder(&self, ticket: TicketId, key: &str) -> Result<Actor> {
        let customer = self.verify(ticket, key).ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        let found = tickets::find(&mut tx, ticket).await?;
        match found {
            Some(found) if found.requester == customer => Ok(Actor::Link { ticket, customer }),
            _ => Err(DeskError::NotFound),
        }
    }

    pub(crate) fn sign_link(&self, ticket: TicketId, customer: CustomerId) -> String {
        let ends = self.clock.now() + LASTS;
        let mut key = Vec::with_capacity(HEAD + 32);
        key.extend(customer.0.to_be_bytes());
        key.extend(ends.0.to_be_bytes());
        let signature = self.link_mac(ticket, &key).finalize().into_bytes();
        key.extend(signature);
        URL_SAFE_NO_PAD.encode(key)
    }

    fn verify(&self, ticket: TicketId, key: &str) -> Option<CustomerId> {
        let key = URL_SAFE_NO_PAD.decode(key).ok()?;
        let (head, signature) = key.split_at_checked(HEAD)?;
        // Compares in constant time.
        self.link_mac(ticket, head).verify_slice(signature).ok()?;
        let number = |bytes: &[u8]| bytes.try_into().map(i64::from_be_bytes).ok();
        let (customer, ends) = (number(&head[..8])?, Timestamp(number(&head[8..])?));
        (self.clock.now() < ends).then_some(CustomerId(customer))
    }

    fn link_mac(&self, ticket: TicketId, head: &[u8]) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.secret)
            .unwrap_or_else(|_| unreachable!("a key of any length will do"));
        mac.update(b"ticket-link");
        mac.update(&ticket.0.to_be_bytes());
        mac.update(head);
        mac
    }
}
