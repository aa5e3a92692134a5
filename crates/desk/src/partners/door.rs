//! Coming in by a link: a one-time code, and a short session.

use domain::actor::Actor;
use domain::id::{ContactId, TaskId};
use domain::narrow::Doorway;
use domain::partner::{PartnerContact, Through};
use domain::time::Span;
use store::sessions::{self, Holder};
use store::{Tx, attempts, codes};

use super::actor_of;
use crate::accounts::begin_session;
use crate::{Desk, DeskError, Result, SignedIn, chance};

const CODE_LASTS: Span = Span::minutes(10);
/// Codes sent to one contact, and tries at them, while a code lasts.
const CODES: i64 = 3;
const TRIES: i64 = 5;
/// The same, asked for from one address.
const FROM_ONE_ADDRESS: i64 = 30;

impl Desk {
    /// What stands behind a link, for a browser with this session.
    pub async fn doorway(&self, link: &str, session: Option<&str>, sent: bool) -> Result<Doorway> {
        match self.link_partner(link, session).await {
            Ok((who, task)) => {
                Ok(Doorway::Open { page: Box::new(self.narrow_page(&who, task).await?) })
            }
            Err(DeskError::SignedOut) => {
                let mut tx = self.store.read().await?;
                let (_, contact) = self.read_partner_link(&mut tx, link).await?;
                Ok(Doorway::Locked { reach: contact.masked_reach(), sent })
            }
            Err(error) => Err(error),
        }
    }

    /// Who holds the link, and its task; `SignedOut` until they have entered their code.
    pub async fn link_partner(&self, link: &str, session: Option<&str>) -> Result<(Actor, TaskId)> {
        let mut tx = self.store.read().await?;
        let (task, contact) = self.read_partner_link(&mut tx, link).await?;
        let session = session.ok_or(DeskError::SignedOut)?;
        let holder = sessions::find(&mut tx, &chance::trace(session), self.clock.now()).await?;
        if holder == Some(Holder::Contact(contact.id)) {
            Ok((actor_of(&contact, Through::Link(task.id)), task.id))
        } else {
            Err(DeskError::SignedOut)
        }
    }

    /// Sends a new code to the contact of the link; an older one is worth nothing any more.
    pub async fn request_partner_code(&self, link: &str, from: &str) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let (task, contact) = self.read_partner_link(&mut tx, link).await?;
        let (sent, asked) =
            (format!("partner-code:{}", contact.id), format!("partner-code-from:{from}"));
        let refused = attempts::take(&mut tx, &sent, CODE_LASTS, CODES, now).await?;
        let refused =
            refused.max(attempts::take(&mut tx, &asked, CODE_LASTS, FROM_ONE_ADDRESS, now).await?);
        if let Some(again_at) = refused {
            tx.commit().await?;
            return Err(DeskError::TooOften { again_at });
        }
        let code = chance::digits();
        let holder = Holder::Contact(contact.id);
        codes::delete_all_of(&mut tx, holder).await?;
        let trace = trace(contact.id, task.id, &code);
        codes::insert(&mut tx, &trace, holder, now + CODE_LASTS).await?;
        tx.commit().await?;
        if let Some(to) = contact.reach() {
            self.post.deliver(to, "验证码", &letter(&code));
        }
        Ok(())
    }

    /// Whoever has the code comes in, with a session nobody has seen before; the one their browser
    /// had ends.
    pub async fn enter_as_partner(
        &self,
        link: &str,
        code: &str,
        from: &str,
        before: Option<&str>,
    ) -> Result<SignedIn> {
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        let (task, contact) = self.read_partner_link(&mut tx, link).await?;
        let tries = tries(&contact);
        let refused = attempts::take(&mut tx, &tries, CODE_LASTS, TRIES, now).await?;
        let key = format!("partner-tries-from:{from}");
        let refused =
            refused.max(attempts::take(&mut tx, &key, CODE_LASTS, FROM_ONE_ADDRESS, now).await?);
        if let Some(again_at) = refused {
            // Whoever guesses finds no code left to be guessed.
            codes::delete_all_of(&mut tx, Holder::Contact(contact.id)).await?;
            tx.commit().await?;
            return Err(DeskError::TooOften { again_at });
        }
        let signed_in = self.redeem(&mut tx, task.id, &contact, code).await?;
        if signed_in.is_some() {
            attempts::forget(&mut tx, &tries).await?;
            if let Some(before) = before {
                sessions::delete(&mut tx, &chance::trace(before)).await?;
            }
        }
        tx.commit().await?;
        signed_in.ok_or(DeskError::Forbidden)
    }

    async fn redeem(
        &self,
        tx: &mut Tx,
        task: TaskId,
        contact: &PartnerContact,
        code: &str,
    ) -> Result<Option<SignedIn>> {
        let now = self.clock.now();
        let typed: String = code.chars().filter(char::is_ascii_digit).collect();
        let holder = codes::redeem(tx, &trace(contact.id, task, &typed), now).await?;
        match holder {
            Some(holder @ Holder::Contact(_)) => Ok(Some(begin_session(tx, holder, now).await?)),
            _ => Ok(None),
        }
    }
}

/// Six digits are not enough to be known by alone.
fn trace(contact: ContactId, task: TaskId, code: &str) -> Vec<u8> {
    chance::trace(&format!("partner:{contact}:{task}:{code}"))
}

fn tries(contact: &PartnerContact) -> String {
    format!("partner-tries:{}", contact.id)
}

fn letter(code: &str) -> String {
    format!("您的验证码是 {code}，10 分钟内有效。请勿告诉他人。")
}
