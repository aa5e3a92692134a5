//! Suppliers and merchants: parties outside the house who answer for their own part (D-05, D-30).

use serde::{Deserialize, Serialize};

use crate::actor::Permission;
use crate::contact::{Email, Phone};
use crate::id::{ContactId, PartnerId, TaskId};
use crate::invalid::Flaw;
use crate::task::Task;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    pub id: PartnerId,
    pub kind: PartnerKind,
    pub name: String,
    /// Nothing new is sent to one that is not.
    pub active: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    Supplier,
    Merchant,
}

/// A person of a partner, who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerContact {
    pub id: ContactId,
    pub partner: PartnerId,
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    /// Whoever has left opens no link any more.
    pub active: bool,
}

/// A partner with its people, as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerLine {
    pub partner: Partner,
    pub contacts: Vec<PartnerContact>,
}

/// A contact who is asking for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerActor {
    pub contact: ContactId,
    pub partner: PartnerId,
    pub through: Through,
}

/// How a contact came in, and so how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Through {
    /// A signed link: one task.
    Link(TaskId),
    /// A token, for what it was made for.
    Program(Vec<Permission>),
}

impl PartnerActor {
    /// Its own partner's task, and nothing else of the ticket it belongs to.
    pub fn may_see(&self, task: &Task) -> bool {
        task.partner == Some(self.partner) && self.reaches(task.id, Permission::ReadTickets)
    }

    pub fn may_answer(&self, task: &Task) -> bool {
        task.partner == Some(self.partner) && self.reaches(task.id, Permission::Resolve)
    }

    pub fn may_file(&self) -> bool {
        match &self.through {
            Through::Link(_) => false,
            Through::Program(may) => may.contains(&Permission::CreateTickets),
        }
    }

    fn reaches(&self, task: TaskId, permission: Permission) -> bool {
        match &self.through {
            Through::Link(only) => *only == task,
            Through::Program(may) => may.contains(&permission),
        }
    }
}

impl PartnerContact {
    /// Where a one-time code goes to.
    pub fn reach(&self) -> Option<&str> {
        let phone = self.phone.as_ref().map(Phone::as_str);
        phone.or_else(|| self.email.as_ref().map(Email::as_str))
    }

    /// The same, for whoever is about to be sent one: enough to recognise.
    pub fn masked_reach(&self) -> Option<String> {
        let phone = self.phone.as_ref().map(Phone::masked);
        phone.or_else(|| self.email.as_ref().map(Email::masked))
    }
}

impl PartnerKind {
    pub const ALL: [Self; 2] = [Self::Supplier, Self::Merchant];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supplier => "supplier",
            Self::Merchant => "merchant",
        }
    }
}

impl TryFrom<String> for PartnerKind {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}
