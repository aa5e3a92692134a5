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
}
