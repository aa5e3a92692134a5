//! Declaring the other systems this desk may operate (J-09).

use channels::Secret;
use domain::actor::{Actor, Permission};
use domain::connector::check::flaws;
use domain::connector::{Connector, ConnectorKey};
use domain::invalid::Flaw;
use domain::time::Timestamp;
use store::catalogue;
use store::connectors::{self, Kept};

use crate::error::{allow, sound};
use crate::{Desk, DeskError, Result};

/// A connector as administrators see it. Its secret is shown to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    pub connector: Connector,
    pub has_secret: bool,
    pub updated_at: Timestamp,
}

/// A shorter one is guessed.
const SECRET_MIN: usize = 8;

impl Desk {
    /// In the place of what was declared under this key. Without a new secret, the old one stays.
    pub async fn declare_connector(
        &self,
        actor: &Actor,
        connector: Connector,
        secret: Option<String>,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        sound(flaws(&connector))?;
        if secret.as_ref().is_some_and(|secret| secret.chars().count() < SECRET_MIN) {
            return Err(DeskError::invalid("secret", Flaw::TooShort { min: SECRET_MIN }));
        }
        let key = &connector.key;
        let mut tx = self.store.begin().await?;
        if let Some(channel) = &connector.channel
            && catalogue::channels::by_key(&mut tx, channel).await?.is_none()
        {
            return Err(DeskError::invalid("channel", Flaw::Unknown));
        }
        connectors::keep(&mut tx, &connector, self.clock.now()).await?;
        if let Some(secret) = secret {
            let sealed = self.sealing.seal(&about(key), secret.as_bytes());
            connectors::set_secret(&mut tx, key, &sealed).await?;
        }
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    pub async fn connectors(&self, actor: &Actor) -> Result<Vec<Declared>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        let declared = |Kept { id: _, connector, secret, updated_at }| Declared {
            connector,
            has_secret: secret.is_some(),
            updated_at,
        };
        Ok(connectors::all(&mut tx).await?.into_iter().map(declared).collect())
    }

    /// What its requests are signed with, if they are; `None` when it cannot be opened.
    pub(crate) fn secret_of(&self, kept: &Kept) -> Result<Option<Secret>, CannotOpen> {
        let Some(sealed) = &kept.secret else { return Ok(None) };
        let key = &kept.connector.key;
        let opened = self.sealing.open(&about(key), sealed).ok_or_else(|| {
            tracing::error!(connector = %key, "its secret was sealed under another key");
            CannotOpen
        })?;
        Ok(Some(Secret::new(opened)))
    }
}

/// A secret that was sealed under another key than ours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CannotOpen;

fn about(key: &ConnectorKey) -> String {
    format!("connector:{key}")
}
