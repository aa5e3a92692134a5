//! What other systems tell us: signed, taken once, and turned into tickets or into the next step of
//! one (A-07, A-14, D-02).

mod advancing;
mod filing;

use channels::signature::Letter;
use domain::actor::Actor;
use domain::connector::ConnectorKey;
use domain::connector::inbound::{Taken, Then};
use domain::invalid::Flaw;
use domain::template::Particulars;
use domain::time::Timestamp;
use serde::Deserialize;
use store::connectors::{self, Kept};
use store::inbound_events;

use crate::work::Work;
use crate::{Desk, DeskError, Result};

/// Longer than any id a system gives its events.
const ID_MAX: usize = 200;

/// A request as it came, and what it claims.
#[derive(Clone, Copy, Debug)]
pub struct Letters<'a> {
    pub at: Timestamp,
    /// With its query.
    pub path: &'a str,
    pub body: &'a [u8],
    pub signature: &'a str,
}

/// What is inside.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    /// The sender's own name for it: the same id is the same event.
    pub id: String,
    /// What kind of thing happened, as the connector declares it.
    pub kind: String,
    #[serde(default)]
    pub data: Particulars,
}

impl Desk {
    /// Whoever signs with the connector's secret, about now, is that system. Everybody else is told
    /// nothing, not even whether there is such a connector.
    pub async fn receive(&self, key: &ConnectorKey, letter: Letters<'_>) -> Result<Taken> {
        let mut tx = self.store.read().await?;
        let kept = connectors::find(&mut tx, key).await?.ok_or(DeskError::SignedOut)?;
        drop(tx);
        self.must_be_theirs(&kept, letter)?;
        let told = read(letter.body)?;
        match self.try_to_take(&kept, &told).await {
            // The same event came twice at once, and the other was faster.
            Err(DeskError::Conflict) => self.try_to_take(&kept, &told).await,
            outcome => outcome,
        }
    }

    fn must_be_theirs(&self, kept: &Kept, letter: Letters<'_>) -> Result<()> {
        let Letters { at, path, body, signature } = letter;
        let secret = self.secret_of(kept).ok().flatten().ok_or(DeskError::SignedOut)?;
        let letter = Letter { at, method: "POST", path, body };
        if letter.is_signed(&secret, signature) && letter.is_fresh(self.clock.now()) {
            Ok(())
        } else {
            Err(DeskError::SignedOut)
        }
    }

    async fn try_to_take(&self, kept: &Kept, told: &Told) -> Result<Taken> {
        let mut work = self.work(&Actor::System).await?;
        if let Some(known) = inbound_events::answer(&mut work.tx, kept.id, &told.id).await? {
            return serde_json::from_str(&known).map_err(|error| damaged(&error));
        }
        let rule = kept.connector.inbound.iter().find(|rule| rule.event == told.kind);
        let rule = rule.ok_or_else(|| DeskError::invalid("kind", Flaw::NotOffered))?;
        let taken = match &rule.then {
            Then::Create(draft) => work.file_told(&kept.connector, draft, &told.data).await?,
            Then::Advance(advance) => work.advance_told(advance, &told.data).await?,
        };
        work.remember_told(kept, told, &taken).await?;
        work.commit().await?;
        Ok(taken)
    }
}

impl Work<'_> {
    async fn remember_told(&mut self, kept: &Kept, told: &Told, taken: &Taken) -> Result<()> {
        let answer = serde_json::to_string(taken).map_err(|error| damaged(&error))?;
        let (tx, now) = (&mut self.tx, self.now);
        let first =
            inbound_events::remember(tx, kept.id, &told.id, &told.kind, &answer, now).await?;
        if first { Ok(()) } else { Err(DeskError::Conflict) }
    }
}

fn read(body: &[u8]) -> Result<Told> {
    let told: Told =
        serde_json::from_slice(body).map_err(|_| DeskError::invalid("body", Flaw::NotAnEvent))?;
    match told.id.chars().count() {
        0 => Err(DeskError::invalid("id", Flaw::Blank)),
        n if n > ID_MAX => Err(DeskError::invalid("id", Flaw::TooLong { max: ID_MAX })),
        // Postgres has no room for it.
        _ if told.id.contains('\0') => Err(DeskError::invalid("id", Flaw::NotAnEvent)),
        _ => Ok(told),
    }
}

fn damaged(error: &serde_json::Error) -> DeskError {
    DeskError::Store(store::StoreError::Damaged(error.to_string()))
}

/// What the event does not say is a flaw of the event, at the place where it is missed.
fn filled<T>(at: &str, filled: Result<T, domain::template::Missing>) -> Result<T> {
    filled.map_err(|missing| DeskError::invalid(&format!("{at}: data.{}", missing.0), Flaw::Blank))
}
