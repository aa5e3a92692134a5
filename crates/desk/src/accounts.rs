//! Who people are: signing in, sessions, passwords.

use domain::id::DepartmentId;
use domain::time::{Span, Timestamp};
use store::Tx;
use store::sessions::{self, Holder};

use crate::{Result, chance};

pub(crate) mod agents;
pub(crate) mod load;
mod me;
pub(crate) mod passwords;
mod registering;
mod resetting;
mod signing_in;

/// A new session: the cookie's value, which is kept nowhere else.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub token: String,
    pub expires_at: Timestamp,
}

#[derive(Clone, Debug)]
pub struct NewCustomer {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub password: String,
}

#[derive(Clone, Debug)]
pub struct NewAgent {
    pub login: String,
    pub name: String,
    pub department: DepartmentId,
    pub password: String,
    /// Keys of roles.
    pub roles: Vec<String>,
}

/// A working day and half of another: whoever comes in the morning signs in.
const AGENT_SESSION: Span = Span::hours(12);
const CUSTOMER_SESSION: Span = Span::days(30);
/// As long as it takes to look something up and answer.
const CONTACT_SESSION: Span = Span::hours(2);

/// Every session begins here, with a token nobody has seen before.
pub(crate) async fn begin_session(tx: &mut Tx, holder: Holder, now: Timestamp) -> Result<SignedIn> {
    let lasts = match holder {
        Holder::Agent(_) => AGENT_SESSION,
        Holder::Customer(_) => CUSTOMER_SESSION,
        Holder::Contact(_) => CONTACT_SESSION,
    };
    let (token, expires_at) = (chance::secret(), now + lasts);
    sessions::insert(tx, &chance::trace(&token), holder, now, expires_at).await?;
    Ok(SignedIn { token, expires_at })
}
