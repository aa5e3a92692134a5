//! Signing in and out.

use domain::contact::{Email, Phone};
use domain::time::{Span, Timestamp};
use store::people::agents;
use store::sessions::{self, Holder};
use store::{Tx, attempts, customers};

use super::begin_session;
use crate::error::DeskError;
use crate::{Desk, Result, SignedIn, chance};

const WINDOW: Span = Span::minutes(15);
/// Failures per window, of one account and of one address.
const LIMIT: i64 = 10;

impl Desk {
    /// `from` is the address of the one who tries, for the rate limit. Wrong name and wrong
    /// password are one answer.
    pub async fn sign_in_agent(&self, login: &str, password: &str, from: &str) -> Result<SignedIn> {
        let login = login.trim().to_lowercase();
        let mut tx = self.store.read().await?;
        let agent = agents::by_login(&mut tx, &login).await?.filter(|it| it.active);
        let account = match agent {
            Some(it) => agents::password_hash(&mut tx, it.id)
                .await?
                .map(|hash| (Holder::Agent(it.id), hash)),
            None => None,
        };
        drop(tx);
        self.sign_in(account, password, &[format!("agent:{login}"), format!("from:{from}")]).await
    }

    /// `contact` is a phone number or a mail address.
    pub async fn sign_in_customer(
        &self,
        contact: &str,
        password: &str,
        from: &str,
    ) -> Result<SignedIn> {
        let mut tx = self.store.read().await?;
        let account = customer_account(&mut tx, contact).await?;
        drop(tx);
        let key = format!("customer:{}", canonical(contact));
        self.sign_in(account, password, &[key, format!("from:{from}")]).await
    }

    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        sessions::delete(&mut tx, &chance::trace(token)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Every try is counted before the password is looked at, so that a hundred at once are a
    /// hundred; a right one is taken back.
    async fn sign_in(
        &self,
        account: Option<(Holder, String)>,
        password: &str,
        keys: &[String; 2],
    ) -> Result<SignedIn> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let refused = take_all(&mut tx, keys, now).await?;
        tx.commit().await?;
        if let Some(again_at) = refused {
            return Err(DeskError::TooOften { again_at });
        }
        let known = account.as_ref().map(|(_, hash)| hash.as_str());
        let fits = self.passwords.fits(password, known).await?;
        let Some((holder, _)) = account.filter(|_| fits) else {
            return Err(DeskError::Forbidden);
        };
        let mut tx = self.store.begin().await?;
        let [account, from] = keys;
        attempts::forget(&mut tx, account).await?;
        attempts::give_back(&mut tx, from).await?;
        let signed_in = begin_session(&mut tx, holder, now).await?;
        tx.commit().await?;
        Ok(signed_in)
    }
}

/// Counts a try under every key; says when to come again, if one of them is used up.
pub(super) async fn take_all(
    tx: &mut Tx,
    keys: &[String],
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let mut refused = None;
    for key in keys {
        refused = refused.max(attempts::take(tx, key, WINDOW, LIMIT, now).await?);
    }
    Ok(refused)
}

/// The account behind a phone number or a mail address, with the hash of its password.
pub(super) async fn customer_account(
    tx: &mut Tx,
    contact: &str,
) -> Result<Option<(Holder, String)>> {
    let found = match (phone(contact), email(contact)) {
        (Some(phone), _) => customers::registered_by_phone(tx, &phone).await?,
        (None, Some(email)) => customers::registered_by_email(tx, &email).await?,
        (None, None) => None,
    };
    Ok(found.map(|(id, hash)| (Holder::Customer(id), hash)))
}

/// One spelling, so that writing a number differently is not ten more tries.
pub(super) fn canonical(contact: &str) -> String {
    match (phone(contact), email(contact)) {
        (Some(phone), _) => phone.into(),
        (None, Some(email)) => email.into(),
        // Nobody's account; however long it is, it is counted under a short name.
        (None, None) => contact.chars().take(40).collect(),
    }
}

fn phone(contact: &str) -> Option<Phone> {
    Phone::try_from(contact.trim().to_owned()).ok()
}

fn email(contact: &str) -> Option<Email> {
    Email::try_from(contact.to_owned()).ok()
}
