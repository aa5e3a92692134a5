//! What `xtask` tells the person who waits.

use std::time::{Duration, Instant};

use anyhow::Result;

/// One line for each thing begun.
pub fn step(doing: &str) {
    eprintln!("▸ {doing}");
}

/// A remark under the step.
pub fn note(remark: &str) {
    eprintln!("  {remark}");
}

/// Does it, and says how long it took.
pub fn timed<T>(doing: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    step(doing);
    let begun = Instant::now();
    let done = work()?;
    note(&format!("done in {}", seconds(begun.elapsed())));
    Ok(done)
}

pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
