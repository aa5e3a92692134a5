//! Who sent a request, and that it is what they sent.
//!
//! The signature is HMAC-SHA256 over four lines: the time of signing in milliseconds since 1970, the
//! method, the path with its query, the body. It travels as `v1=` and 64 hexadecimal digits.
//!
//! ```text
//! X-Gongdan-Timestamp: 1767355200000
//! X-Gongdan-Signature: v1=5f0c…
//! ```

use domain::time::{Span, Timestamp};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::Secret;

pub const TIMESTAMP: &str = "x-gongdan-timestamp";
pub const SIGNATURE: &str = "x-gongdan-signature";

/// Clocks differ, and lines are slow; an older request is somebody's copy.
const WINDOW: Span = Span::minutes(5);
const VERSION: &str = "v1=";

/// What is signed.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    pub at: Timestamp,
    pub method: &'a str,
    /// With its query.
    pub path: &'a str,
    pub body: &'a [u8],
}

impl Letter<'_> {
    pub fn sign(&self, secret: &Secret) -> String {
        let digest = self.digest(secret).finalize().into_bytes();
        digest.iter().fold(VERSION.to_owned(), |text, byte| format!("{text}{byte:02x}"))
    }

    /// Whether the holder of the secret signed just this.
    pub fn is_signed(&self, secret: &Secret, signature: &str) -> bool {
        let claimed = signature.strip_prefix(VERSION).and_then(bytes);
        claimed.is_some_and(|claimed| self.digest(secret).verify_slice(&claimed).is_ok())
    }

    /// Whether it was signed about now.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        (self.at - now).0.abs() <= WINDOW.0
    }

    fn digest(&self, secret: &Secret) -> Hmac<Sha256> {
        // HMAC takes keys of every length.
        let mut digest = Hmac::<Sha256>::new_from_slice(secret.bytes())
            .unwrap_or_else(|_| unreachable!("a key of any length will do"));
        digest.update(format!("{}\n{}\n{}\n", self.at.0, self.method, self.path).as_bytes());
        digest.update(self.body);
        digest
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        hex.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len() == 64)?;
    Some(digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use domain::time::{Span, Timestamp};

    use super::Letter;
    use crate::Secret;

    const NOON: Timestamp = Timestamp(1_767_355_200_000);

    fn letter<'a>() -> Letter<'a> {
        Letter { at: NOON, method: "POST", path: "/refunds?dry=1", body: b"{\"amount\":1}" }
    }

    #[test]
    fn a_changed_letter_is_not_the_signed_one() {
        let secret = Secret::new("s3cret");
        let signature = letter().sign(&secret);

        assert!(letter().is_signed(&secret, &signature));
        assert!(!letter().is_signed(&Secret::new("other"), &signature));
        assert!(!letter().is_signed(&secret, "v1=00"));
        assert!(!letter().is_signed(&secret, &signature["v1=".len()..]));
        for changed in [
            Letter { at: Timestamp(NOON.0 + 1), ..letter() },
            Letter { method: "PUT", ..letter() },
            Letter { path: "/refunds", ..letter() },
            Letter { body: b"{\"amount\":2}", ..letter() },
        ] {
            assert!(!changed.is_signed(&secret, &signature), "{changed:?}");
        }
    }

    /// Whoever writes the other side in another language compares with this one.
    #[test]
    fn a_signature_is_the_same_everywhere() {
        let signature = letter().sign(&Secret::new("s3cret"));

        assert_eq!(
            signature,
            "v1=2910f600ce878ef1ab66e96e7ed6c6ec22371972b0f21c18c66cf6755afea695"
        );
    }

    #[test]
    fn a_copy_is_worth_nothing_after_five_minutes() {
        assert!(letter().is_fresh(NOON + Span::minutes(5)));
        assert!(letter().is_fresh(NOON - Span::minutes(5)));
        assert!(!letter().is_fresh(NOON + Span::minutes(6)));
        assert!(!letter().is_fresh(NOON - Span::minutes(6)));
    }
}
