//! What the composer sends, in the desk's own words.

use desk::{Say, Then, WaitPlan};
use domain::ticket::WaitFor;

use crate::desk::api::saying::{AndThen, Saying};

impl From<Saying> for Say {
    fn from(saying: Saying) -> Self {
        let Saying { kind, body, attachments, mentions, seen, then, key } = saying;
        Self {
            kind,
            body,
            attachments,
            mentions,
            seen,
            then: then.into(),
            idempotency_key: Some(key),
        }
    }
}

impl From<AndThen> for Then {
    fn from(then: AndThen) -> Self {
        match then {
            AndThen::Nothing => Self::Nothing,
            AndThen::WaitForCustomer { reason, wake_at } => {
                Self::Wait(WaitPlan { wait_for: WaitFor::Customer, reason, wake_at })
            }
            AndThen::Resolve(code) => Self::Resolve(code),
        }
    }
}
