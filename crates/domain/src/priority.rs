//! How pressing a ticket is (B-16, B-17).

use serde::{Deserialize, Serialize};

macro_rules! levels {
    ($($(#[$doc:meta])* $name:ident { $($level:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($level),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$level),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$level => $word),+ }
            }

            /// How it is kept and sorted.
            pub const fn code(self) -> i64 {
                self as i64
            }

            pub fn from_code(code: i64) -> Option<Self> {
                Self::ALL.iter().copied().find(|level| level.code() == code)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::invalid::Flaw;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .copied()
                    .find(|level| level.as_str() == text)
                    .ok_or(crate::invalid::Flaw::NotAChoice)
            }
        }
    )+};
}

levels! {
    /// How soon harm is done.
    Urgency { Low = "low", Medium = "medium", High = "high" }
    /// How much harm is done.
    Importance { Low = "low", Medium = "medium", High = "high" }
    /// What comes first.
    Priority { Low = "low", Normal = "normal", High = "high", Urgent = "urgent" }
}

impl Priority {
    /// One level up; the highest stays.
    #[must_use]
    pub const fn raised(self) -> Self {
        match self {
            Self::Low => Self::Normal,
            Self::Normal => Self::High,
            Self::High | Self::Urgent => Self::Urgent,
        }
    }

    /// The matrix of B-17.
    pub const fn of(urgency: Urgency, importance: Importance) -> Self {
        match (urgency, importance) {
            (Urgency::High, Importance::High) => Self::Urgent,
            (Urgency::High, _) | (Urgency::Medium, Importance::High) => Self::High,
            (Urgency::Low, Importance::Low | Importance::Medium)
            | (Urgency::Medium, Importance::Low) => Self::Low,
            (Urgency::Medium, Importance::Medium) | (Urgency::Low, Importance::High) => {
                Self::Normal
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Importance, Priority, Urgency};

    #[test]
    fn b_17_urgency_and_importance_make_the_priority() {
        let table: Vec<String> = Urgency::ALL
            .iter()
            .map(|&urgency| {
                let row = Importance::ALL.iter().map(|&i| Priority::of(urgency, i).as_str());
                row.collect::<Vec<_>>().join(" ")
            })
            .collect();

        //               low    medium high  <- importance
        assert_eq!(table, ["low low normal", "low normal high", "high high urgent"]);
    }
}
