//! A forgotten password: a one-time code goes to the contact the account was opened with.

use domain::time::Span;
use store::{attempts, codes};

use super::passwords;
use super::signing_in::{canonical, customer_account};
use crate::error::DeskError;
use crate::{Desk, Result, SignedIn, chance};

const LASTS: Span = Span::minutes(15);
const LIMIT: i64 = 10;

impl Desk {
    /// Sends a one-time code, if the contact is known; answers the same if it is not.
    pub async fn request_reset(&self, contact: &str, from: &str) -> Result<()> {
        let (now, to) = (self.clock.now(), canonical(contact));
        let mut tx = self.store.begin().await?;
        let mut refused = None;
        for key in [format!("reset:{to}"), format!("reset-from:{from}")] {
            refused = refused.max(attempts::take(&mut tx, &key, LASTS, LIMIT, now).await?);
        }
        let account = customer_account(&mut tx, contact).await?.filter(|_| refused.is_none());
        let code = chance::code();
        if let Some((holder, _)) = &account {
            codes::delete_all_of(&mut tx, *holder).await?;
            codes::insert(&mut tx, &chance::trace(&bare(&code)), *holder, now + LASTS).await?;
        }
        tx.commit().await?;
        if account.is_some() {
            self.post.deliver(&to, "重设密码", &letter(&code));
        }
        refused.map_or(Ok(()), |again_at| Err(DeskError::TooOften { again_at }))
    }

    /// Whoever has the code sets the password and is signed in; every older session ends.
    pub async fn reset_password(&self, code: &str, new: &str) -> Result<SignedIn> {
        passwords::acceptable(new, &[])?;
        let hash = self.passwords.hash(new).await?;
        let mut tx = self.store.begin().await?;
        let trace = chance::trace(&bare(code));
        let holder = codes::redeem(&mut tx, &trace, self.clock.now()).await?;
        let holder = holder.ok_or(DeskError::NotFound)?;
        let signed_in = self.renew(&mut tx, holder, &hash).await?;
        tx.commit().await?;
        Ok(signed_in)
    }
}

/// The code without what people add or leave out when they type it.
fn bare(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

fn letter(code: &str) -> String {
    format!(
        "您好：\n\n您的验证码是 {code}，15 分钟内有效，只能使用一次。\n\
         如果不是您本人要求重设密码，请忽略这封信，您的密码没有改变。"
    )
}
