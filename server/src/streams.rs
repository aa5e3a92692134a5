//! Answers that stay open: counted while they run, and ended when the server stops.

use futures::{Stream, StreamExt};
use tokio_util::sync::CancellationToken;

const LIVE: &str = "live_streams";

/// Hands out streams that end with the server. Without it a graceful stop would wait for browsers
/// that never hang up.
#[derive(Clone)]
pub struct Streams {
    stop: CancellationToken,
}

impl Streams {
    pub fn until(stop: CancellationToken) -> Self {
        metrics::gauge!(LIVE).set(0.0);
        Self { stop }
    }

    pub fn keep_open<S: Stream>(&self, stream: S) -> impl Stream<Item = S::Item> + use<S> {
        let counted = Counted::new();
        stream.take_until(self.stop.clone().cancelled_owned()).map(move |item| {
            // The count ends when the stream is dropped, by whichever side.
            let _ = &counted;
            item
        })
    }
}

struct Counted;

impl Counted {
    fn new() -> Self {
        metrics::gauge!(LIVE).increment(1.0);
        Self
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        metrics::gauge!(LIVE).decrement(1.0);
    }
}
