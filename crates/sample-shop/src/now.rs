//! The shop's own clock.

use domain::time::Timestamp;

#[expect(
    clippy::disallowed_methods,
    reason = "the shop is a program of its own, with its own clock"
)]
pub fn now() -> Timestamp {
    let since =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
