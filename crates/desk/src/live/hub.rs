//! The one reader of a process: it looks when somebody says that something was committed, and
//! passes on what it finds.

use std::sync::Arc;
use std::time::Duration;

use store::Store;
use store::live::{self, Fact, Listener, Place};
use tokio::sync::{Mutex, Notify, broadcast};
use tokio::time::sleep;
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

use crate::Result;

/// Whoever falls behind further is told to look anew.
const CAPACITY: usize = 4096;
const STRIDE: u16 = 500;
/// Looks are at least so far apart, however much is committed.
const BREATH: Duration = Duration::from_millis(5);
/// Other processes are told at most so often.
const TELLING: Duration = Duration::from_millis(50);
/// In case a call was lost.
const SAFETY: Duration = Duration::from_secs(1);

/// The hub of one process.
#[derive(Clone)]
pub struct Live(Arc<Hub>);

struct Hub {
    store: Store,
    facts: broadcast::Sender<Arc<Fact>>,
    /// Everything up to here was passed on, or nobody wanted it.
    place: Mutex<Place>,
    poked: Notify,
    to_tell: Notify,
    stop: CancellationToken,
}

impl Live {
    /// Starts the one reader of this process.
    pub(crate) async fn start(store: &Store) -> Result<Self> {
        let mut tx = store.read().await?;
        let place = Mutex::new(live::newest(&mut tx).await?);
        let hub = Arc::new(Hub {
            store: store.clone(),
            facts: broadcast::Sender::new(CAPACITY),
            place,
            poked: Notify::new(),
            to_tell: Notify::new(),
            stop: CancellationToken::new(),
        });
        spawn(&hub, Hub::read);
        if store.is_postgres() {
            spawn(&hub, Hub::tell);
            spawn(&hub, Hub::listen);
        }
        Ok(Self(hub))
    }

    /// Something was committed: every operation that writes says so afterwards. Costs next to
    /// nothing, and may be said too often.
    pub(crate) fn poke(&self) {
        self.0.poked.notify_one();
        self.0.to_tell.notify_one();
    }

    /// Everything after the place comes through the channel, nothing before it.
    pub(super) async fn subscribe(&self) -> Result<(broadcast::Receiver<Arc<Fact>>, Place)> {
        let mut place = self.0.place.lock().await;
        if self.0.facts.receiver_count() == 0 {
            // Nobody listened, so nobody read: begin here.
            *place = live::newest(&mut self.0.store.read().await?).await?;
        }
        Ok((self.0.facts.subscribe(), *place))
    }

    pub(super) async fn place(&self) -> Place {
        *self.0.place.lock().await
    }

    pub(super) fn stop(&self) {
        self.0.stop.cancel();
    }

    pub(super) fn stopped(&self) -> WaitForCancellationFutureOwned {
        self.0.stop.clone().cancelled_owned()
    }
}

/// Runs until the desk shuts.
fn spawn<F: Future<Output = ()> + Send + 'static>(hub: &Arc<Hub>, run: impl Fn(Arc<Hub>) -> F) {
    let (stop, running) = (hub.stop.clone(), run(hub.clone()));
    tokio::spawn(async move {
        tokio::select! {
            () = stop.cancelled() => {}
            () = running => {}
        }
    });
}

impl Hub {
    async fn read(self: Arc<Self>) {
        loop {
            tokio::select! {
                () = self.poked.notified() => {}
                () = sleep(SAFETY) => {}
            }
            if let Err(error) = self.pass_on().await {
                tracing::error!(%error, "cannot read what happened");
                sleep(SAFETY).await;
            }
            sleep(BREATH).await;
        }
    }

    async fn pass_on(&self) -> Result<()> {
        let mut place = self.place.lock().await;
        while self.facts.receiver_count() > 0 {
            let mut tx = self.store.read().await?;
            let facts = live::since(&mut tx, *place, STRIDE).await?;
            let more = facts.len() == usize::from(STRIDE);
            for fact in facts {
                *place = fact.place;
                // Nobody listens any more: then nobody misses it.
                let _ = self.facts.send(Arc::new(fact));
            }
            if !more {
                break;
            }
        }
        Ok(())
    }

    async fn tell(self: Arc<Self>) {
        loop {
            self.to_tell.notified().await;
            if let Err(error) = live::tell(&self.store).await {
                tracing::warn!(%error, "cannot tell the other processes; they will look by themselves");
            }
            sleep(TELLING).await;
        }
    }

    async fn listen(self: Arc<Self>) {
        loop {
            if let Err(error) = self.heed().await {
                tracing::warn!(%error, "cannot hear the other processes; looking every second");
            }
            sleep(SAFETY).await;
        }
    }

    async fn heed(&self) -> Result<()> {
        let mut listener = Listener::open(&self.store).await?;
        loop {
            listener.heard().await?;
            self.poked.notify_one();
        }
    }
}
