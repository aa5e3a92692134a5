//! Doors tickets come through.

use serde::{Deserialize, Serialize};

use crate::id::{CategoryId, ChannelId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    pub id: ChannelId,
    /// What programs call it: `web`, `phone`, `api`.
    pub key: String,
    pub name: String,
    /// The branches and leaves that may be filed through it; empty means all.
    pub categories: Vec<CategoryId>,
}

impl Channel {
    /// The portal.
    pub const WEB: &str = "web";
    /// An agent, for somebody on the phone.
    pub const PHONE: &str = "phone";
    /// A program.
    pub const API: &str = "api";
    /// A supplier's or merchant's program: only what it names may be filed.
    pub const PARTNER: &str = "partner";

    /// No person of the desk or the portal stands behind what comes through it.
    pub fn is_a_program(&self) -> bool {
        [Self::API, Self::PARTNER].contains(&self.key.as_str())
    }

    /// Partners come from outside: to name nothing is to open nothing to them.
    pub fn is_open_to_all(&self) -> bool {
        self.categories.is_empty() && self.key != Self::PARTNER
    }
}
