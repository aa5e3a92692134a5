//! Why an operation was not done.

use domain::id::MessageId;
use domain::invalid::{Flaw, Flaws};
use domain::time::Timestamp;
use store::StoreError;

/// Every variant but the last is the caller's to hear; the last is ours to log.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Also the answer to whoever may not know that it exists.
    #[error("there is no such thing here")]
    NotFound,
    #[error("you may not do that")]
    Forbidden,
    #[error("please sign in")]
    SignedOut,
    /// The act does not fit the state; the word is the state.
    #[error("that cannot be done now: it is {0}")]
    NotNow(&'static str),
    #[error("someone else changed this a moment ago")]
    Conflict,
    /// A leader watches over it; only they, or above, may end it.
    #[error("it is supervised; whoever supervises it has to lift that first")]
    Supervised,
    /// Somebody wrote while this was being written; look, then send again.
    #[error("a new message arrived while you were writing")]
    NewMessage { newest: MessageId },
    #[error("this key was used for a different request")]
    KeyReused,
    #[error("too often; try again later")]
    TooOften { again_at: Timestamp },
    #[error("{0}")]
    Invalid(Flaws),
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub type Result<T, E = DeskError> = std::result::Result<T, E>;

impl DeskError {
    pub fn invalid(field: &str, flaw: Flaw) -> Self {
        Self::Invalid(Flaws::one(field, flaw))
    }

    /// The word programs know it by. Stable: programs compare with it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Forbidden => "forbidden",
            Self::SignedOut => "signed_out",
            Self::NotNow(_) => "not_now",
            Self::Conflict => "conflict",
            Self::Supervised => "supervised",
            Self::NewMessage { .. } => "new_message",
            Self::KeyReused => "idempotency_key_reused",
            Self::TooOften { .. } => "too_often",
            Self::Invalid(_) => "invalid",
            Self::Store(_) => "internal",
        }
    }
}

/// Passes, or says what is wrong with the form.
pub(crate) fn sound(flaws: Flaws) -> Result<()> {
    if flaws.is_empty() { Ok(()) } else { Err(DeskError::Invalid(flaws)) }
}

pub(crate) fn allow(allowed: bool) -> Result<()> {
    if allowed { Ok(()) } else { Err(DeskError::Forbidden) }
}
