//! News for whoever is looking right now.
//!
//! News is an invalidation, not data: it says which ticket changed, and whoever shows that ticket
//! asks again through the one permission-checked path.

use std::pin::Pin;
use std::sync::Arc;

use domain::actor::Actor;
use domain::page::News;
use futures::Stream;
use store::Store;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

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
pub struct Live {
    poked: Arc<Notify>,
    stop: CancellationToken,
}

impl Live {
    /// Starts the one reader of this process.
    pub(crate) async fn start(store: &Store) -> Result<Self> {
        let _ = store;
        Ok(Self::default())
    }

    /// Something was committed: every operation that writes says so afterwards. Costs next to
    /// nothing, and may be said too often.
    pub(crate) fn poke(&self) {
        self.poked.notify_one();
    }
}

impl Desk {
    /// What the actor may know of, from `after` on (nothing missed, nothing twice), then as it
    /// happens. The stream ends when the desk shuts down.
    pub async fn live(&self, actor: &Actor, after: Option<&str>) -> Result<LiveStream> {
        let _ = (actor, after);
        unimplemented!()
    }

    /// Ends every live stream and the reader behind them. The store is closed by whoever opened it.
    pub fn shut(&self) {
        self.live.stop.cancel();
    }
}
