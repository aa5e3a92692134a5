//! People who are served.

use serde::{Deserialize, Serialize};

use crate::contact::{Email, Phone};
use crate::id::{CustomerId, OrganizationId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    pub id: CustomerId,
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub kind: RequesterKind,
    pub vip: bool,
    pub organization: Option<OrganizationId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    pub id: OrganizationId,
    pub name: String,
}

/// who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequesterKind {
    Customer,
    Partner,
    Employee,
}

impl RequesterKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Partner => "partner",
            Self::Employee => "employee",
        }
    }
}

impl TryFrom<String> for RequesterKind {
    type Error = crate::invalid::Flaw;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        [Self::Customer, Self::Partner, Self::Employee]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(crate::invalid::Flaw::NotAChoice)
    }
}

/// How to tell one person from another when a ticket is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
}
