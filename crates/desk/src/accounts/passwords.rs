//! Passwords: what is acceptable, and how they are kept.

use std::sync::Arc;

use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::actor::Actor;
use domain::invalid::Flaw;
use store::StoreError;
use store::Tx;
use store::people::agents;
use store::sessions::{self, Holder};
use store::{attempts, codes, customers};
use tokio::sync::Semaphore;

use super::begin_session;
use super::signing_in::take_all;
use crate::error::DeskError;
use crate::{Desk, Result, SignedIn, chance};

/// Two at once: hashing is made slow on purpose, and the rest of the desk must not wait for it.
const AT_ONCE: usize = 2;
const SHORTEST: usize = 8;
/// Longer ones are not safer, and somebody would send a book.
const LONGEST: usize = 200;

#[derive(Clone)]
pub(crate) struct Passwords {
    argon: Argon2<'static>,
    places: Arc<Semaphore>,
    /// What is compared with when there is no such account, so that it takes as long.
    nobody: Arc<str>,
}

impl Passwords {
    pub(crate) fn new(params: Params) -> Result<Self> {
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash(&argon, &chance::secret())?.into();
        Ok(Self { argon, places: Arc::new(Semaphore::new(AT_ONCE)), nobody })
    }

    pub(crate) async fn hash(&self, password: &str) -> Result<String> {
        let (argon, password) = (self.argon.clone(), password.to_owned());
        self.aside(move || hash(&argon, &password)).await
    }

    /// Whether `password` is the one `known` was made of; never, when there is none known.
    pub(crate) async fn fits(&self, password: &str, known: Option<&str>) -> Result<bool> {
        let (argon, password) = (self.argon.clone(), password.to_owned());
        let against = known.unwrap_or(&self.nobody).to_owned();
        let fits = self.aside(move || verify(&argon, &password, &against)).await?;
        Ok(fits && known.is_some())
    }

    async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _place = self.places.acquire().await;
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => done,
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    }
}

impl Desk {
    /// Ends every other session of the same person, and rotates this one.
    pub async fn change_password(&self, actor: &Actor, old: &str, new: &str) -> Result<SignedIn> {
        let holder = holder(actor)?;
        acceptable(new, &[])?;
        let mut tx = self.store.begin().await?;
        let refused = take_all(&mut tx, &[key(holder)], self.clock.now()).await?;
        let known = hash_of(&mut tx, holder).await?;
        tx.commit().await?;
        if let Some(again_at) = refused {
            return Err(DeskError::TooOften { again_at });
        }
        if !self.passwords.fits(old, known.as_deref()).await? {
            return Err(DeskError::Forbidden);
        }
        let hash = self.passwords.hash(new).await?;
        let mut tx = self.store.begin().await?;
        attempts::forget(&mut tx, &key(holder)).await?;
        let signed_in = self.renew(&mut tx, holder, &hash).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// The new password, and nothing left of what the old one opened.
    pub(super) async fn renew(&self, tx: &mut Tx, holder: Holder, hash: &str) -> Result<SignedIn> {
        match holder {
            Holder::Agent(id) => agents::set_password(tx, id, hash).await?,
            Holder::Customer(id) => customers::set_password(tx, id, hash).await?,
            Holder::Contact(_) => return Err(DeskError::NotFound),
        }
        sessions::delete_all_of(tx, holder).await?;
        codes::delete_all_of(tx, holder).await?;
        begin_session(tx, holder, self.clock.now()).await
    }
}

/// Long enough, and not the name or the number it protects.
pub(super) fn acceptable(password: &str, contacts: &[&str]) -> Result<()> {
    let length = password.chars().count();
    let same = |contact: &&str| contact.trim().to_lowercase() == password.trim().to_lowercase();
    match length {
        _ if length < SHORTEST => Err(flaw(Flaw::TooShort { min: SHORTEST })),
        _ if length > LONGEST => Err(flaw(Flaw::TooLong { max: LONGEST })),
        _ if contacts.iter().any(same) => Err(flaw(Flaw::NotOffered)),
        _ => Ok(()),
    }
}

fn flaw(flaw: Flaw) -> DeskError {
    DeskError::invalid("password", flaw)
}

fn holder(actor: &Actor) -> Result<Holder> {
    match actor {
        Actor::Agent(agent) => Ok(Holder::Agent(agent.id)),
        Actor::Customer(id) => Ok(Holder::Customer(*id)),
        Actor::Link { .. } | Actor::Partner(_) | Actor::Visitor | Actor::System => {
            Err(DeskError::SignedOut)
        }
    }
}

/// What guesses of the old password are counted under.
fn key(holder: Holder) -> String {
    match holder {
        Holder::Agent(id) => format!("change:agent:{id}"),
        Holder::Customer(id) => format!("change:customer:{id}"),
        Holder::Contact(id) => format!("change:contact:{id}"),
    }
}

async fn hash_of(tx: &mut Tx, holder: Holder) -> Result<Option<String>> {
    Ok(match holder {
        Holder::Agent(id) => agents::password_hash(tx, id).await?,
        Holder::Customer(id) => customers::password_hash(tx, id).await?,
        // They have one-time codes, and no password.
        Holder::Contact(_) => None,
    })
}

fn hash(argon: &Argon2<'_>, password: &str) -> Result<String> {
    let salt = chance::bytes::<16>();
    let hash = argon.hash_password_with_salt(password.as_bytes(), &salt).map_err(damaged)?;
    Ok(hash.to_string())
}

fn verify(argon: &Argon2<'_>, password: &str, known: &str) -> Result<bool> {
    match argon.verify_password(password.as_bytes(), known) {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(damaged(error)),
    }
}

fn damaged(error: Error) -> DeskError {
    StoreError::Damaged(format!("a password's hash: {error}")).into()
}
