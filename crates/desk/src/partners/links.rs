//! Signed links for partners: one task, for one of their people.
//!
//! Like a customer's link, nothing of it is stored, and a new secret ends all of them. Unlike that,
//! it opens nothing alone: whoever holds it is asked for a one-time code.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::{ContactId, TaskId};
use domain::partner::PartnerContact;
use domain::task::Task;
use domain::time::{Span, Timestamp};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::{Tx, partner_contacts, tasks};

use crate::{Desk, DeskError, Result};

const LASTS: Span = Span::days(30);
/// How long whoever has answered can look at what they answered.
const KNOWN_FOR: Span = Span::days(14);
/// Task, contact and end in front, eight bytes each; the signature behind.
const HEAD: usize = 24;

impl Desk {
    /// What goes behind `/p/`.
    pub(super) fn sign_partner_link(&self, task: TaskId, contact: ContactId) -> String {
        let ends = self.clock.now() + LASTS;
        let mut key = Vec::with_capacity(HEAD + 32);
        for number in [task.0, contact.0, ends.0] {
            key.extend(number.to_be_bytes());
        }
        let signature = self.partner_mac(&key).finalize().into_bytes();
        key.extend(signature);
        URL_SAFE_NO_PAD.encode(key)
    }

    /// The task and the contact a link is for. Forged, altered, expired, of a partner that has no
    /// part in it any more, of a task that was over long ago: `NotFound`, which says nothing.
    pub(super) async fn read_partner_link(
        &self,
        tx: &mut Tx,
        link: &str,
    ) -> Result<(Task, PartnerContact)> {
        let (task, contact) = self.verify_partner_link(link).ok_or(DeskError::NotFound)?;
        let task = tasks::find(tx, task).await?.ok_or(DeskError::NotFound)?;
        let contact = partner_contacts::find_active(tx, contact).await?;
        let contact = contact.ok_or(DeskError::NotFound)?;
        let over = task.done_at.is_some_and(|at| at + KNOWN_FOR <= self.clock.now());
        if task.partner == Some(contact.partner) && !over {
            Ok((task, contact))
        } else {
            Err(DeskError::NotFound)
        }
    }

    fn verify_partner_link(&self, link: &str) -> Option<(TaskId, ContactId)> {
        let key = URL_SAFE_NO_PAD.decode(link).ok()?;
        let (head, signature) = key.split_at_checked(HEAD)?;
        // Compares in constant time.
        self.partner_mac(head).verify_slice(signature).ok()?;
        let number = |at: usize| head.get(at..at + 8)?.try_into().map(i64::from_be_bytes).ok();
        let (task, contact, ends) = (number(0)?, number(8)?, Timestamp(number(16)?));
        (self.clock.now() < ends).then_some((TaskId(task), ContactId(contact)))
    }

    fn partner_mac(&self, head: &[u8]) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.secret)
            .unwrap_or_else(|_| unreachable!("a key of any length will do"));
        mac.update(b"partner-link");
        mac.update(head);
        mac
    }
}
