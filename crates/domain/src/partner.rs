//! Suppliers and merchants: parties outside the house who answer for their own part (D-05, D-30).

use serde::{Deserialize, Serialize};

use crate::id::PartnerId;
use crate::invalid::Flaw;

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
