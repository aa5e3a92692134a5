//! Bearer tokens of the JSON API.

use domain::actor::Actor;
use domain::time::{Span, Timestamp};

use crate::{Desk, Result};

/// What a token may be used for; never more than its agent may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenScope {
    TicketsRead,
    TicketsWrite,
    CustomersRead,
    CustomersWrite,
    BoardsRead,
    Admin,
}

/// A new token, shown once.
#[derive(Clone, Debug)]
pub struct Granted {
    pub token: String,
    pub expires_at: Timestamp,
}

impl Desk {
    pub async fn create_token(
        &self,
        actor: &Actor,
        login: &str,
        name: &str,
        scopes: &[TokenScope],
        lasts: Span,
    ) -> Result<Granted> {
        let _ = (actor, login, name, scopes, lasts);
        unimplemented!()
    }

    /// Who holds this token, cut to its scopes; `SignedOut` when it is unknown or expired.
    pub async fn bearer(&self, token: &str) -> Result<Actor> {
        let _ = token;
        unimplemented!()
    }
}
