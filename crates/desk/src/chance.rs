//! The only place that throws dice: secrets, keys, salts.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use rand::Rng;
use sha2::{Digest, Sha256};

/// Letters and digits that cannot be mistaken for one another when read aloud.
const READABLE: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

#[expect(clippy::disallowed_methods, reason = "this is where chance lives")]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// 256 bits in a form that fits a cookie, a header and an address.
pub fn secret() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// 50 bits a person can type: `7KQ2M-XB94C`.
pub fn code() -> String {
    let mut code: String =
        bytes::<10>().iter().map(|byte| char::from(READABLE[usize::from(byte % 32)])).collect();
    code.insert(5, '-');
    code
}

/// Six digits, as people expect them in a message. Whoever asks for them counts the tries.
pub fn digits() -> String {
    let number = u32::from_be_bytes(bytes::<4>()) % 1_000_000;
    format!("{number:06}")
}

/// What is kept of a secret: enough to know it again, too little to use it.
pub fn trace(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}
