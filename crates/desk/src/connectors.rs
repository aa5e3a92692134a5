//! Declaring the other systems this desk may operate (J-09).

use channels::Secret;
use domain::actor::{Actor, Permission};
use domain::connector::check::flaws;
use domain::connector::page::{CallLine, ConnectorPage, Declared, ToldPage, ToldPlace};
use domain::connector::{Connector, ConnectorKey};
use domain::invalid::Flaw;
use domain::list::{Cursor, Page, PageSize};
use domain::time::Timestamp;
use store::connectors::{self, Kept};
use store::{Tx, catalogue, inbound_events, outbox};

use crate::error::{allow, sound};
use crate::{Desk, DeskError, Result};

/// A shorter one is guessed.
const SECRET_MIN: usize = 8;
/// So many calls and events are shown beside it.
const LATELY: u16 = 20;
impl Desk {
    /// In the place of what was declared under this key. Without a new secret, the old one stays.
    pub async fn declare_connector(
        &self,
        actor: &Actor,
        connector: Connector,
        secret: Option<String>,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        may_be_declared(&connector, secret.as_deref())?;
        let mut tx = self.store.begin().await?;
        self.keep_connector(&mut tx, &connector, secret).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    /// As somebody keeps it who saw it as it was at `seen`; who saw nothing means a new one. Whoever
    /// was slower is told so, and overwrites nobody.
    pub async fn save_connector(
        &self,
        actor: &Actor,
        connector: Connector,
        secret: Option<String>,
        seen: Option<Timestamp>,
    ) -> Result<ConnectorPage> {
        allow(actor.may_ever(Permission::Administer))?;
        may_be_declared(&connector, secret.as_deref())?;
        let mut tx = self.store.begin().await?;
        let known = connectors::find(&mut tx, &connector.key).await?.map(|kept| kept.updated_at);
        if known != seen {
            return Err(match (known, seen) {
                (Some(_), None) => DeskError::invalid("key", Flaw::Taken),
                (None, _) => DeskError::NotFound,
                (Some(_), Some(_)) => DeskError::Conflict,
            });
        }
        self.keep_connector(&mut tx, &connector, secret).await?;
        tx.commit().await?;
        self.remembered.forget();
        self.connector_page(actor, &connector.key).await
    }

    async fn keep_connector(
        &self,
        tx: &mut Tx,
        connector: &Connector,
        secret: Option<String>,
    ) -> Result<()> {
        let key = &connector.key;
        if let Some(channel) = &connector.channel
            && catalogue::channels::by_key(tx, channel).await?.is_none()
        {
            return Err(DeskError::invalid("channel", Flaw::Unknown));
        }
        connectors::keep(tx, connector, self.clock.now()).await?;
        if let Some(secret) = secret {
            let sealed = self.sealing.seal(&about(key), secret.as_bytes());
            connectors::set_secret(tx, key, &sealed).await?;
        }
        Ok(())
    }

    pub async fn connectors(&self, actor: &Actor) -> Result<Vec<Declared>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        Ok(connectors::all(&mut tx).await?.into_iter().map(declared).collect())
    }

    /// One of them, with what it was asked and what it told lately.
    pub async fn connector_page(&self, actor: &Actor, key: &ConnectorKey) -> Result<ConnectorPage> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        let kept = connectors::find(&mut tx, key).await?.ok_or(DeskError::NotFound)?;
        let lately = PageSize::try_from(LATELY).unwrap_or_default();
        let calls = outbox::page_of(&mut tx, key, None, lately).await?.rows;
        let told = inbound_events::page_of(&mut tx, kept.id, None, lately).await?.rows;
        let calls = calls.into_iter().map(CallLine::from).collect();
        Ok(ConnectorPage { declared: declared(kept), calls, told })
    }

    /// What it was asked to do, newest first.
    pub async fn connector_calls(
        &self,
        actor: &Actor,
        key: &ConnectorKey,
        after: Option<Cursor>,
        limit: PageSize,
    ) -> Result<Page<CallLine>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        connectors::find(&mut tx, key).await?.ok_or(DeskError::NotFound)?;
        let Page { rows, next } = outbox::page_of(&mut tx, key, after, limit).await?;
        Ok(Page { rows: rows.into_iter().map(CallLine::from).collect(), next })
    }

    /// What it told us, newest first.
    pub async fn connector_events(
        &self,
        actor: &Actor,
        key: &ConnectorKey,
        after: Option<ToldPlace>,
        limit: PageSize,
    ) -> Result<ToldPage> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        let kept = connectors::find(&mut tx, key).await?.ok_or(DeskError::NotFound)?;
        Ok(inbound_events::page_of(&mut tx, kept.id, after.as_ref(), limit).await?)
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

fn may_be_declared(connector: &Connector, secret: Option<&str>) -> Result<()> {
    sound(flaws(connector))?;
    if secret.is_some_and(|secret| secret.chars().count() < SECRET_MIN) {
        return Err(DeskError::invalid("secret", Flaw::TooShort { min: SECRET_MIN }));
    }
    Ok(())
}

fn declared(Kept { id: _, connector, secret, updated_at }: Kept) -> Declared {
    Declared { connector, has_secret: secret.is_some(), updated_at }
}

fn about(key: &ConnectorKey) -> String {
    format!("connector:{key}")
}
