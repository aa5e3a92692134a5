//! Who reads a case file, and what of it is theirs to read.

use serde::{Deserialize, Serialize};

use crate::invalid::Flaw;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The house itself.
    #[default]
    Internal,
    /// Supplier or merchant: their own part, and nothing of the customer.
    Partner,
    /// Whoever asked.
    Customer,
    /// 消协, 12315 and the like: the whole chain, without colleagues' names.
    Regulator,
}

/// A part of the file that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Facts,
    Things,
    Identity,
    Related,
    Steps,
    Answers,
    Confirmations,
    Approvals,
    Actions,
    Promises,
    Supervisions,
    Calculations,
    Talk,
    Notes,
    Rating,
}

impl Audience {
    pub const ALL: [Self; 4] = [Self::Internal, Self::Partner, Self::Customer, Self::Regulator];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Partner => "partner",
            Self::Customer => "customer",
            Self::Regulator => "regulator",
        }
    }

    pub const fn is_outside(self) -> bool {
        !matches!(self, Self::Internal)
    }

    pub const fn sees(self, section: Section) -> bool {
        match self {
            Self::Internal => true,
            Self::Partner => {
                matches!(
                    section,
                    Section::Things | Section::Steps | Section::Answers | Section::Confirmations
                )
            }
            Self::Customer => matches!(
                section,
                Section::Things
                    | Section::Related
                    | Section::Steps
                    | Section::Actions
                    | Section::Promises
                    | Section::Talk
                    | Section::Rating
            ),
            Self::Regulator => {
                !matches!(section, Section::Supervisions | Section::Calculations | Section::Notes)
            }
        }
    }

    /// Names of colleagues stay in the house.
    pub const fn sees_colleagues(self) -> bool {
        matches!(self, Self::Internal)
    }

    /// What a colleague wrote beside a step was written for colleagues.
    pub const fn sees_reasons(self) -> bool {
        matches!(self, Self::Internal | Self::Regulator)
    }

    pub const fn sees_customer(self) -> bool {
        !matches!(self, Self::Partner)
    }
}

impl std::str::FromStr for Audience {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|known| known.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl Section {
    pub const ALL: [Self; 15] = [
        Self::Facts,
        Self::Things,
        Self::Identity,
        Self::Related,
        Self::Steps,
        Self::Answers,
        Self::Confirmations,
        Self::Approvals,
        Self::Actions,
        Self::Promises,
        Self::Supervisions,
        Self::Calculations,
        Self::Talk,
        Self::Notes,
        Self::Rating,
    ];
}

#[cfg(test)]
mod tests {
    use super::{Audience, Section};

    /// Leap 6. A change to who may read what shows up here as a changed character.
    #[test]
    fn who_reads_which_part() {
        let table = Section::ALL.map(|section| {
            let marks = Audience::ALL.map(|it| if it.sees(section) { '+' } else { '-' });
            format!("{} {section:?}", marks.into_iter().collect::<String>())
        });

        assert_eq!(
            table,
            [
                // internal, partner, customer, regulator
                "+--+ Facts",
                "++++ Things",
                "+--+ Identity",
                "+-++ Related",
                "++++ Steps",
                "++-+ Answers",
                "++-+ Confirmations",
                "+--+ Approvals",
                "+-++ Actions",
                "+-++ Promises",
                "+--- Supervisions",
                "+--- Calculations",
                "+-++ Talk",
                "+--- Notes",
                "+-++ Rating",
            ]
        );
    }

    #[test]
    fn an_audience_reads_back_as_it_was_written() {
        for audience in Audience::ALL {
            assert_eq!(audience.as_str().parse(), Ok(audience));
        }
    }
}
