//! Suppliers and merchants, who answer from outside (D-05, D-20, D-30).
//!
//! Here is who they are and how they come in; what they see and answer is [`crate::narrow`]'s.

mod door;
mod filing;
mod inviting;
mod keeping;
mod links;
mod sending;

use domain::actor::Actor;
use domain::id::PartnerId;
use domain::partner::{PartnerActor, PartnerContact, Through};

/// Somebody of a partner, as typed. One of phone and address is needed: codes go there.
#[derive(Clone, Debug, Default)]
pub struct NewContact {
    pub partner: Option<PartnerId>,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
}

pub(crate) fn actor_of(contact: &PartnerContact, through: Through) -> Actor {
    Actor::Partner(PartnerActor { contact: contact.id, partner: contact.partner, through })
}
