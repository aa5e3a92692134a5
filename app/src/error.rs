//! The one error that travels to the browser.

use domain::id::MessageId;
use domain::invalid::{Flaw, Flaws};
use domain::state::TicketState;
use domain::supervision::SupervisionState;
use domain::time::Timestamp;
use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

use crate::reader::Reader;
use crate::when;
use crate::words::Lang;

/// Codes, not sentences: [`AppError::to_words`] says them in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{self:?}")]
pub enum AppError {
    NotFound,
    Forbidden,
    SignedOut,
    /// The word is the ticket's state.
    NotNow(String),
    Conflict,
    /// A leader watches over it; only they, or above, may end it.
    Supervised,
    /// Somebody wrote while this was being written.
    NewMessage(MessageId),
    KeyReused,
    TooOften(Timestamp),
    Invalid(Flaws),
    /// Something failed on our side, and was logged there.
    Ours,
    /// The server could not be asked, or its answer could not be read.
    Unreachable,
}

impl AppError {
    pub fn to_words(&self, reader: &Reader) -> String {
        let w = reader.lang;
        match self {
            Self::NotFound => w.error_not_found().into(),
            Self::Forbidden => w.error_forbidden().into(),
            Self::SignedOut => w.error_signed_out().into(),
            Self::NotNow(state) => not_now(state, w),
            Self::Supervised => w.error_supervised().into(),
            Self::Conflict => w.error_conflict().into(),
            Self::NewMessage(_) => w.error_new_message().into(),
            Self::KeyReused => w.error_key_reused().into(),
            Self::TooOften(at) => w.error_too_often(when::Civil::at(*at, reader.offset).clock()),
            Self::Invalid(_) => w.error_invalid().into(),
            Self::Ours => w.error_ours().into(),
            Self::Unreachable => w.error_unreachable().into(),
        }
    }

    /// What is wrong with one input of the form.
    pub fn flaw(&self, field: &str) -> Option<Flaw> {
        match self {
            Self::Invalid(flaws) => flaws.of(field).cloned(),
            _ => None,
        }
    }
}

/// The state is a ticket's, or else a supervision's.
fn not_now(state: &str, w: Lang) -> String {
    if let Ok(state) = SupervisionState::try_from(state.to_owned()) {
        return w.error_not_now_supervision(w.supervision_state(state));
    }
    w.error_not_now(TicketState::try_from(state.to_owned()).map_or(state, |state| w.state(state)))
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Unreachable
    }
}

#[cfg(feature = "ssr")]
impl From<desk::DeskError> for AppError {
    fn from(error: desk::DeskError) -> Self {
        let error = match error {
            desk::DeskError::NotFound => Self::NotFound,
            desk::DeskError::Forbidden => Self::Forbidden,
            desk::DeskError::SignedOut => Self::SignedOut,
            desk::DeskError::NotNow(state) => Self::NotNow(state.to_owned()),
            desk::DeskError::Conflict => Self::Conflict,
            desk::DeskError::Supervised => Self::Supervised,
            desk::DeskError::NewMessage { newest } => Self::NewMessage(newest),
            desk::DeskError::KeyReused => Self::KeyReused,
            desk::DeskError::TooOften { again_at } => Self::TooOften(again_at),
            desk::DeskError::Invalid(flaws) => Self::Invalid(flaws),
            desk::DeskError::Store(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "the store failed");
                Self::Ours
            }
        };
        crate::ssr::answer_with(&error);
        error
    }
}
