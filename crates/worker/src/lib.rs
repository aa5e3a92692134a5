//! Does what the desk promised, at its time: wake-ups, closing, broken promises, calls to other
//! systems.
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
/// How many other systems may keep us waiting at once before a call waits for its turn.
const CALLERS: usize = 4;

/// Works until it is told to stop, and finishes what it has in hand.
pub async fn run(desk: Desk, stop: CancellationToken) {
    let callers = (0..CALLERS).map(|_| {
        let (desk, stop) = (desk.clone(), stop.clone());
        tokio::spawn(async move { work(&stop, || calls(&desk, &stop)).await })
    });
    let callers: Vec<_> = callers.collect();
    work(&stop, || chores(&desk, &stop)).await;
    for caller in callers {
        // One that broke has said so; its calls are made by the next process.
        let _ = caller.await;
    }
}

/// Round after round, with a pause between.
async fn work<Round: Future<Output = Result<(), DeskError>>>(
    stop: &CancellationToken,
    round: impl Fn() -> Round,
) {
    loop {
        let pause = match round().await {
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

/// Everything of our own there is to do now.
async fn chores(desk: &Desk, stop: &CancellationToken) -> Result<(), DeskError> {
    while !stop.is_cancelled() && desk.do_next_job().await? {}
    while !stop.is_cancelled() && desk.sweep_promises().await? {}
    if desk.is_time_to_archive().await? {
        while !stop.is_cancelled() && desk.archive_old().await? {}
    }
    desk.watch_for_stuck().await
}

/// Everything other systems have to be asked now.
async fn calls(desk: &Desk, stop: &CancellationToken) -> Result<(), DeskError> {
    while !stop.is_cancelled() && desk.make_next_call().await? {}
    Ok(())
}
