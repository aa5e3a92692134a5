//! Whether whoever asks is who they say (P-06).
//!
//! Kept is what was asked and how it went, never what was answered.

use serde::{Deserialize, Serialize};

use crate::invalid::Flaw;
use crate::time::{Span, Timestamp};

/// How long a passed check stands: a shift and the night after it.
const STANDS: Span = Span::days(1);

/// What somebody was asked to prove themselves by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityMethod {
    /// Read back a code sent to the phone we know.
    PhoneCode,
    OrderAndName,
    /// The last four characters of the identity number.
    IdLastFour,
    /// We called the number we know.
    CallBack,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityResult {
    Passed,
    Failed,
}

/// One check, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityCheck {
    pub method: IdentityMethod,
    pub result: IdentityResult,
    /// Who checked.
    pub by: Option<String>,
    pub at: Timestamp,
}

impl IdentityCheck {
    /// Until when it stands, if it was passed.
    pub fn expires_at(&self) -> Option<Timestamp> {
        match self.result {
            IdentityResult::Passed => Some(self.at + STANDS),
            IdentityResult::Failed => None,
        }
    }

    pub fn stands(&self, now: Timestamp) -> bool {
        self.expires_at().is_some_and(|end| now < end)
    }
}

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl TryFrom<String> for $name {
            type Error = Flaw;

            fn try_from(text: String) -> Result<Self, Flaw> {
                Self::ALL.iter().copied().find(|it| it.as_str() == text).ok_or(Flaw::NotAChoice)
            }
        }
    };
}

words!(IdentityMethod {
    PhoneCode = "phone_code",
    OrderAndName = "order_and_name",
    IdLastFour = "id_last_four",
    CallBack = "call_back",
});
words!(IdentityResult { Passed = "passed", Failed = "failed" });

#[cfg(test)]
mod tests {
    use super::{IdentityCheck, IdentityMethod, IdentityResult};
    use crate::time::{Span, Timestamp};

    fn check(result: IdentityResult) -> IdentityCheck {
        IdentityCheck { method: IdentityMethod::CallBack, result, by: None, at: Timestamp(0) }
    }

    #[test]
    fn p_06_a_passed_check_stands_for_a_day_and_a_failed_one_never() {
        let (passed, failed) = (check(IdentityResult::Passed), check(IdentityResult::Failed));

        assert!(passed.stands(Timestamp(0) + Span::hours(23)));
        assert!(!passed.stands(Timestamp(0) + Span::days(1)));
        assert!(!failed.stands(Timestamp(0)));
    }
}
