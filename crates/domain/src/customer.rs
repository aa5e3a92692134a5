//! People who are served.

use serde::{Deserialize, Serialize};

use crate::contact::{Email, Phone};
use crate::id::{CustomerId, OrganizationId};
use crate::invalid::Flaw;

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
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        [Self::Customer, Self::Partner, Self::Employee]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(Flaw::NotAChoice)
    }
}

/// Where somebody lives, from the large to the small: `浙江 / 杭州`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Region(String);

impl Region {
    /// Characters, not bytes.
    pub const MAX: usize = 60;
    /// The key of the field in which forms ask for it.
    pub const FIELD: &str = "region";

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Region {
    type Error = Flaw;

    /// However the parts were set apart, they are kept in one way: regions are compared.
    fn try_from(text: String) -> Result<Self, Flaw> {
        let parts = text.split(['/', '／']).map(str::trim).filter(|part| !part.is_empty());
        let region = parts.collect::<Vec<_>>().join(" / ");
        match region.chars().count() {
            0 => Err(Flaw::Blank),
            n if n > Self::MAX => Err(Flaw::TooLong { max: Self::MAX }),
            _ => Ok(Self(region)),
        }
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.0
    }
}

/// How to tell one person from another when a ticket is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
}

#[cfg(test)]
mod tests {
    use super::Region;
    use crate::invalid::Flaw;

    fn read(text: &str) -> Result<String, Flaw> {
        Region::try_from(text.to_owned()).map(String::from)
    }

    #[test]
    fn c_09_a_region_reads_alike_however_its_parts_were_set_apart() {
        for text in ["浙江 / 杭州", "浙江/杭州", " 浙江／ 杭州 /"] {
            assert_eq!(read(text).as_deref(), Ok("浙江 / 杭州"));
        }
        assert_eq!(read(" / "), Err(Flaw::Blank));
        assert_eq!(read(&"远".repeat(61)), Err(Flaw::TooLong { max: Region::MAX }));
    }
}
