//! Files inside the binary: with the feature `embed`, which `cargo xtask build --release` sets
//! after it has made them.

use std::collections::HashMap;

use axum::body::Bytes;

#[cfg(feature = "embed")]
#[derive(rust_embed::RustEmbed)]
#[folder = "../target/site/release"]
struct Embedded;

#[cfg(feature = "embed")]
pub fn is_there() -> bool {
    true
}

#[cfg(feature = "embed")]
pub fn read() -> HashMap<String, Bytes> {
    let content = |path: &str| match Embedded::get(path)?.data {
        std::borrow::Cow::Borrowed(bytes) => Some(Bytes::from_static(bytes)),
        std::borrow::Cow::Owned(bytes) => Some(Bytes::from(bytes)),
    };
    Embedded::iter().filter_map(|path| Some((path.to_string(), content(&path)?))).collect()
}

#[cfg(not(feature = "embed"))]
pub fn is_there() -> bool {
    false
}

#[cfg(not(feature = "embed"))]
pub fn read() -> HashMap<String, Bytes> {
    HashMap::new()
}
