//! What a ticket or a task says of being supervised, and of running badly.

use domain::list::Supervised;
use domain::stuck::Trouble;
use serde::Serialize;
use utoipa::ToSchema;

use crate::moment::Moment;
use crate::words::SupervisionStateWord;

/// The supervision over a ticket; of several the most pressing.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupervisedBody {
    /// As `/supervisions/{id}` takes it.
    supervision_id: i64,
    state: SupervisionStateWord,
    /// The next report or the limit; `null` once it is answered.
    due_at: Option<Moment>,
}

impl From<Supervised> for SupervisedBody {
    fn from(Supervised { supervision, state, clock }: Supervised) -> Self {
        Self { supervision_id: supervision.0, state: state.into(), due_at: clock.map(Into::into) }
    }
}

/// Why a ticket runs badly.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum TroubleBody {
    /// Longer in this step than nine of ten of the last ninety days, for the same leaf.
    Slow {
        /// What people call the step.
        step: String,
        since: Moment,
        /// Nine of ten were done within so many seconds.
        usual_seconds: i64,
    },
    /// Handed on too often.
    Transfers { count: u32 },
    /// Reopened too often.
    Reopens { count: u32 },
}

impl From<Trouble> for TroubleBody {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Slow { step, since, usual } => {
                Self::Slow { step, since: since.into(), usual_seconds: usual.0 / 1_000 }
            }
            Trouble::Transfers { n } => Self::Transfers { count: n },
            Trouble::Reopens { n } => Self::Reopens { count: n },
        }
    }
}
