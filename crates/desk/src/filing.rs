//! Filing a ticket, through whatever door.

use domain::actor::Actor;
use domain::page::{Filed, Filing};

use crate::{Desk, Result};

impl Desk {
    /// `channel` is a [`domain::channel::Channel`] key. All flaws of the form are answered at once.
    pub async fn file(&self, actor: &Actor, channel: &str, filing: Filing) -> Result<Filed> {
        let _ = (actor, channel, filing);
        unimplemented!()
    }
}
