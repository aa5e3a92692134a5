//! Ids that cannot be mistaken for one another.
//!
//! They are 64-bit integers given by the database: small in every index, the same on both
//! databases, and exact in JavaScript up to 2^53.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A person who works at the desk.
    AgentId,
    /// A file on a ticket.
    AttachmentId,
    /// One stored result of a calculator.
    CalculationId,
    /// A declared formula, in all its versions.
    CalculatorId,
    /// A node of the category tree.
    CategoryId,
    /// A door tickets come through.
    ChannelId,
    /// Another system the desk may operate.
    ConnectorId,
    /// A person of a partner.
    ContactId,
    /// A person who is served.
    CustomerId,
    /// A node of the organisation tree.
    DepartmentId,
    /// One thing that happened. Grows in the order of writing.
    EventId,
    /// A custom field of a category leaf.
    FieldId,
    /// How the tickets of some categories move; the newest version of it.
    FlowId,
    /// One version of a flow, which a ticket keeps.
    FlowVersionId,
    /// A working group that receives tickets.
    GroupId,
    /// One of several things to be confirmed or disputed.
    LineId,
    /// Something said on a ticket.
    MessageId,
    /// A customer's company.
    OrganizationId,
    /// A supplier or merchant, who answers from outside.
    PartnerId,
    /// Something another system is asked to do.
    OutboxId,
    /// A named set of permissions.
    RoleId,
    /// A leader's requirement, laid over tickets.
    SupervisionId,
    /// Work for one handler or group.
    TaskId,
    /// One matter, from demand to feedback. Shown to people as a [`TicketNumber`].
    TicketId,
    /// A bearer token of the JSON API.
    TokenId,
}

/// What a person reads aloud on the phone: `GD-20417`.
///
/// It is the ticket's id in another dress, so it is unique and, as the database never hands an id
/// out twice, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TicketNumber(pub TicketId);

impl TicketNumber {
    const PREFIX: &str = "GD-";
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::PREFIX, self.0)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a ticket number")]
pub struct NotATicketNumber(String);

impl FromStr for TicketNumber {
    type Err = NotATicketNumber;

    /// Takes `GD-20417`, `gd20417`, `#20417` and `20417`: people type what they heard.
    fn from_str(text: &str) -> Result<Self, NotATicketNumber> {
        let trimmed = text.trim().to_ascii_uppercase();
        let digits = match trimmed.strip_prefix("GD") {
            Some(rest) => rest.trim_start_matches(['-', ' ']),
            None => trimmed.trim_start_matches('#'),
        };
        match digits.parse::<i64>() {
            Ok(id) if id > 0 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(Self(TicketId(id)))
            }
            _ => Err(NotATicketNumber(text.to_owned())),
        }
    }
}

impl TryFrom<String> for TicketNumber {
    type Error = NotATicketNumber;

    fn try_from(text: String) -> Result<Self, NotATicketNumber> {
        text.parse()
    }
}

impl From<TicketNumber> for String {
    fn from(number: TicketNumber) -> Self {
        number.to_string()
    }
}

impl TicketId {
    pub const fn number(self) -> TicketNumber {
        TicketNumber(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{TicketId, TicketNumber};

    #[test]
    fn a_number_is_understood_however_it_is_typed() {
        for text in ["GD-20417", "gd20417", " #20417", "20417"] {
            assert_eq!(text.parse(), Ok(TicketNumber(TicketId(20417))), "{text}");
        }
        for text in ["", "GD-", "GD-x", "-5", "+5", "0"] {
            assert!(text.parse::<TicketNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_reads_back_as_it_was_written() {
        let number = TicketId(20417).number();

        assert_eq!(number.to_string(), "GD-20417");
        assert_eq!(number.to_string().parse(), Ok(number));
    }
}
