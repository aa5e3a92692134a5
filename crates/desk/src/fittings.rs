//! What a desk is set up with, beside its database.

use std::sync::Arc;

use crate::post::{Outbox, Post};
use crate::sealing::SealingKey;

#[derive(Clone)]
pub struct Fittings {
    /// What guessing a password costs, and signing in.
    pub hashing: argon2::Params,
    pub post: Arc<dyn Post>,
    /// Bytes.
    pub largest_file: u64,
    /// What the secrets of other systems are sealed under. Every process at one database has the
    /// same.
    pub sealing: SealingKey,
    /// Where the desk is reached from outside: what links in letters begin with.
    pub address: String,
}

impl Fittings {
    /// Hashes fast enough for hundreds of tests, and too fast for anything else.
    pub fn for_tests(post: Arc<dyn Post>) -> Self {
        let hashing = argon2::Params::new(8, 1, 1, None).unwrap_or_default();
        Self { hashing, post, sealing: SealingKey::known_to_all(), ..Self::default() }
    }
}

impl Default for Fittings {
    /// What OWASP recommends for argon2id: 19 MiB, two passes, one lane.
    fn default() -> Self {
        Self {
            hashing: argon2::Params::default(),
            post: Arc::new(Outbox::in_folder("outbox")),
            largest_file: 20 * 1024 * 1024,
            sealing: SealingKey::random(),
            address: String::new(),
        }
    }
}
