//! Does what the desk promised, at its time: wake-ups, closing, broken promises.
//!
//! It knows when to look and what to do when looking fails; what the work is stands in
//! `desk::chores`. Any number of processes may run one over the same database.

use std::time::Duration;

use desk::{Desk, DeskError};
use tokio_util::sync::CancellationToken;

/// How often it looks. A promise is noticed to be broken, and a wake-up happens, at most this much
/// late.
const PACE: Duration = Duration::from_secs(1);
/// After a failure it looks less often for a while, so that a database that is down is not
/// hammered.
const REST: Duration = Duration::from_secs(5);

/// Works until it is told to stop, and finishes what it has in hand.
pub async fn run(desk: Desk, stop: CancellationToken) {
    loop {
        let pause = match round(&desk, &stop).await {
            Ok(()) => PACE,
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "the worker rests");
                REST
            }
        };
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Everything there is to do now.
async fn round(desk: &Desk, stop: &CancellationToken) -> Result<(), DeskError> {
    while !stop.is_cancelled() && desk.do_next_job().await? {}
    while !stop.is_cancelled() && desk.sweep_promises().await? {}
    desk.watch_for_stuck().await
}
