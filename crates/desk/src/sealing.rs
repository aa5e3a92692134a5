//! Secrets at rest: sealed under a key that is not in the database.
//!
//! XChaCha20-Poly1305: its nonce is long enough to be thrown by dice, and whoever changes a sealed
//! secret, or puts it under another name, cannot have it opened.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use crate::chance;

const NONCE: usize = 24;

#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey([u8; 32]);

impl SealingKey {
    pub fn random() -> Self {
        Self(chance::bytes())
    }

    /// The same for every desk of a test.
    pub(crate) const fn known_to_all() -> Self {
        Self([7; 32])
    }

    /// As it is written in settings and in its file.
    pub fn from_text(text: &str) -> Option<Self> {
        BASE64_STANDARD.decode(text.trim()).ok()?.try_into().map(Self).ok()
    }

    pub fn to_text(&self) -> String {
        BASE64_STANDARD.encode(self.0)
    }

    /// `about` names what it is the secret of; it opens under no other name.
    pub(crate) fn seal(&self, about: &str, plain: &[u8]) -> Vec<u8> {
        let nonce = chance::bytes::<NONCE>();
        let payload = Payload { msg: plain, aad: about.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.unwrap_or_else(|_| unreachable!("a secret is shorter than 256 GB"));
        [nonce.as_slice(), &sealed].concat()
    }

    /// `None` when it was sealed under another key or name, or changed since.
    pub(crate) fn open(&self, about: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: about.as_bytes() };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// So that it stands in no log.
impl std::fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::SealingKey;

    #[test]
    fn what_was_sealed_opens_with_its_key_under_its_name_and_unchanged() {
        let (key, other) = (SealingKey::random(), SealingKey::random());

        let sealed = key.seal("shop", b"s3cret");

        let mut changed = sealed.clone();
        changed[30] ^= 1;
        assert_eq!(key.open("shop", &sealed).as_deref(), Some(b"s3cret".as_slice()));
        assert_eq!(key.open("bank", &sealed), None);
        assert_eq!(other.open("shop", &sealed), None);
        assert_eq!(key.open("shop", &changed), None);
        assert_eq!(key.open("shop", &sealed[..10]), None);
        assert_ne!(sealed, key.seal("shop", b"s3cret"));
    }

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let key = SealingKey::random();

        assert_eq!(SealingKey::from_text(&format!("{}\n", key.to_text())), Some(key));
        assert_eq!(SealingKey::from_text("c2hvcnQ="), None);
    }
}
