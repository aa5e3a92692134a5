//! Whole numbers that are settings: how many, how long, within what is sensible.

/// A `u16` from 1 to `MAX`: checked wherever one comes in, whether typed, sent or stored.
macro_rules! bounded {
    ($($(#[$doc:meta])* $name:ident = 1..=$max:literal $(, $default:literal unless said)?;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "u16", into = "u16")]
        pub struct $name(u16);

        impl $name {
            pub const MAX: u16 = $max;

            pub const fn get(self) -> u16 {
                self.0
            }
        }

        $(impl Default for $name {
            fn default() -> Self {
                Self($default)
            }
        })?

        impl TryFrom<u16> for $name {
            type Error = $crate::invalid::Flaw;

            fn try_from(n: u16) -> Result<Self, Self::Error> {
                if (1..=Self::MAX).contains(&n) {
                    Ok(Self(n))
                } else {
                    Err(Self::Error::OutOfRange { min: 1, max: Self::MAX.into() })
                }
            }
        }

        impl From<$name> for u16 {
            fn from(n: $name) -> Self {
                n.0
            }
        }
    )+};
}

pub(crate) use bounded;
