//! News for whoever is looking right now.
//!
//! News is an invalidation, not data: it says which ticket changed, and whoever shows that ticket
//! asks again through the one permission-checked path.

use std::pin::Pin;

use domain::actor::Actor;
use domain::page::News;
use futures::Stream;

use crate::{Desk, Result};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiveItem {
    /// `cursor` goes out as the SSE id and comes back as `Last-Event-ID`.
    News { cursor: String, news: News },
    /// Too much was missed: show everything anew.
    Resync { cursor: String },
}

pub type LiveStream = Pin<Box<dyn Stream<Item = LiveItem> + Send>>;

/// The hub of one process.
#[derive(Clone, Debug, Default)]
pub struct Live;

impl Desk {
    /// What the actor may know of, from `after` on (nothing missed, nothing twice), then as it
    /// happens. The stream ends when the desk shuts down.
    pub async fn live(&self, actor: &Actor, after: Option<&str>) -> Result<LiveStream> {
        let _ = (actor, after);
        unimplemented!()
    }
}
