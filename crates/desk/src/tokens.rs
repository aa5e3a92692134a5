//! Bearer tokens of the JSON API.

use domain::actor::{Actor, Permission};
use domain::id::ContactId;
use domain::invalid::Flaw;
use domain::partner::Through;
use domain::text::Name;
use domain::time::{Span, Timestamp};
use store::partner_contacts;
use store::people::agents;
use store::sessions::Holder;
use store::tokens::{self, Token};

use crate::accounts::load::agent_actor;
use crate::error::{DeskError, allow};
use crate::partners::actor_of;
use crate::{Desk, Result, chance};

mod scopes;

pub use scopes::TokenScope;

/// A new token, shown once.
#[derive(Clone, Debug)]
pub struct Granted {
    pub token: String,
    pub expires_at: Timestamp,
}

/// Who a token is for.
#[derive(Clone, Copy)]
enum Whose<'a> {
    /// By login.
    Agent(&'a str),
    Contact(ContactId),
}

/// So that a token in a log or a repository is known for what it is.
const PREFIX: &str = "gd_";
/// Uses within this are one.
const USED_WITHIN: Span = Span::minutes(1);

impl Desk {
    /// How long a token lasts when nobody says otherwise.
    pub const TOKEN_LASTS: Span = Span::days(90);

    pub async fn create_token(
        &self,
        actor: &Actor,
        login: &str,
        name: &str,
        scopes: &[TokenScope],
        lasts: Span,
    ) -> Result<Granted> {
        self.grant(actor, Whose::Agent(login), name, scopes, lasts).await
    }

    /// A token for the program of a partner, in the name of one of its people.
    pub async fn create_partner_token(
        &self,
        actor: &Actor,
        contact: ContactId,
        name: &str,
        scopes: &[TokenScope],
        lasts: Span,
    ) -> Result<Granted> {
        self.grant(actor, Whose::Contact(contact), name, scopes, lasts).await
    }

    async fn grant(
        &self,
        actor: &Actor,
        whose: Whose<'_>,
        name: &str,
        scopes: &[TokenScope],
        lasts: Span,
    ) -> Result<Granted> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = Name::try_from(name).map_err(|flaw| DeskError::invalid("name", flaw))?;
        if scopes.is_empty() {
            return Err(DeskError::invalid("scopes", Flaw::Blank));
        }
        if lasts <= Span(0) {
            return Err(DeskError::invalid("lasts", Flaw::InThePast));
        }
        let now = self.clock.now();
        let granted =
            Granted { token: format!("{PREFIX}{}", chance::secret()), expires_at: now + lasts };
        let mut tx = self.store.begin().await?;
        let holder = match whose {
            Whose::Agent(login) => {
                let agent = agents::by_login(&mut tx, login).await?.filter(|it| it.active);
                agent.map(|agent| Holder::Agent(agent.id))
            }
            Whose::Contact(contact) => {
                let contact = partner_contacts::find_active(&mut tx, contact).await?;
                contact.map(|contact| Holder::Contact(contact.id))
            }
        };
        let row = tokens::NewRow {
            hash: &chance::trace(&granted.token),
            holder: holder.ok_or_else(|| DeskError::invalid("login", Flaw::Unknown))?,
            name: name.as_str(),
            scopes: &TokenScope::write(scopes),
            expires_at: granted.expires_at,
        };
        tokens::insert(&mut tx, row, now).await?;
        tx.commit().await?;
        Ok(granted)
    }

    /// Who holds this token, cut to its scopes; `SignedOut` when it is unknown or expired.
    pub async fn bearer(&self, token: &str) -> Result<Actor> {
        let mut tx = self.store.read().await?;
        let found = tokens::find(&mut tx, &chance::trace(token), self.clock.now()).await?;
        let found = found.ok_or(DeskError::SignedOut)?;
        let permissions = TokenScope::permissions(&found.scopes);
        let actor = match found.holder {
            Holder::Agent(agent) => agent_actor(&mut tx, agent).await?.map(|mut agent| {
                agent.grants = agent.grants.only(&permissions);
                Actor::Agent(agent)
            }),
            Holder::Contact(contact) => {
                let contact = partner_contacts::find_active(&mut tx, contact).await?;
                contact.map(|it| actor_of(&it, Through::Program(permissions)))
            }
            Holder::Customer(_) => None,
        };
        self.note_use(&found);
        actor.ok_or(DeskError::SignedOut)
    }

    /// Aside, so that reading never waits for a place to write.
    fn note_use(&self, token: &Token) {
        let now = self.clock.now();
        if token.used_at.is_some_and(|used_at| now - used_at < USED_WITHIN) {
            return;
        }
        let (store, id) = (self.store.clone(), token.id);
        tokio::spawn(async move {
            let noted = async {
                let mut tx = store.begin().await?;
                tokens::set_used(&mut tx, id, now).await?;
                tx.commit().await
            };
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the use of a token was not noted");
            }
        });
    }
}
