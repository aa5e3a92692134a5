//! Who people are: signing in, sessions, passwords.

use domain::actor::Actor;
use domain::id::{AgentId, CustomerId, DepartmentId};
use domain::page::Me;
use domain::time::Timestamp;

use crate::{Desk, Result};

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
    pub roles: Vec<String>,
}

impl Desk {
    /// `from` is the address of the one who tries, for the rate limit. Wrong name and wrong
    /// password are one answer.
    pub async fn sign_in_agent(&self, login: &str, password: &str, from: &str) -> Result<SignedIn> {
        let _ = (login, password, from);
        unimplemented!()
    }

    /// `contact` is a phone number or a mail address.
    pub async fn sign_in_customer(
        &self,
        contact: &str,
        password: &str,
        from: &str,
    ) -> Result<SignedIn> {
        let _ = (contact, password, from);
        unimplemented!()
    }

    pub async fn register_customer(&self, new: NewCustomer, from: &str) -> Result<SignedIn> {
        let _ = (new, from);
        unimplemented!()
    }

    /// Ends every other session of the same person, and rotates this one.
    pub async fn change_password(&self, actor: &Actor, old: &str, new: &str) -> Result<SignedIn> {
        let _ = (actor, old, new);
        unimplemented!()
    }

    /// Sends a one-time code, if the contact is known; answers the same if it is not.
    pub async fn request_reset(&self, contact: &str, from: &str) -> Result<()> {
        let _ = (contact, from);
        unimplemented!()
    }

    pub async fn reset_password(&self, code: &str, new: &str) -> Result<SignedIn> {
        let _ = (code, new);
        unimplemented!()
    }

    /// Who holds this session; [`Actor::Visitor`] when nobody does any more.
    pub async fn session(&self, token: &str) -> Result<Actor> {
        let _ = token;
        unimplemented!()
    }

    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let _ = token;
        unimplemented!()
    }

    pub async fn me(&self, actor: &Actor) -> Result<Me> {
        let _ = actor;
        unimplemented!()
    }

    pub async fn set_available(&self, actor: &Actor, available: bool) -> Result<()> {
        let _ = (actor, available);
        unimplemented!()
    }

    pub async fn create_agent(&self, actor: &Actor, new: NewAgent) -> Result<AgentId> {
        let _ = (actor, new);
        unimplemented!()
    }

    /// The signed-in customer's own name and contact, to fill the filing form.
    pub async fn my_profile(&self, actor: &Actor) -> Result<domain::customer::Customer> {
        let _ = (actor, CustomerId(0));
        unimplemented!()
    }
}
