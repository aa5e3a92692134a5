//! One file, with all a browser asks about it.

use std::collections::HashMap;
use std::path::Path;

use axum::body::Bytes;
use sha2::{Digest, Sha256};

#[derive(Clone)]
pub struct File {
    pub plain: Bytes,
    pub brotli: Option<Bytes>,
    pub gzip: Option<Bytes>,
    pub kind: &'static str,
    pub tag: String,
    /// Its name changes with its content, so a browser never has to ask again.
    pub immutable: bool,
}

/// Puts `name.br` and `name.gz` to the file they are of.
pub fn gather(
    contents: &HashMap<String, Bytes>,
    immutable: impl Fn(&str) -> bool,
) -> HashMap<String, File> {
    let variant = |path: &str, ending: &str| contents.get(&format!("{path}{ending}")).cloned();
    let file = |path: &str, plain: &Bytes| File {
        brotli: variant(path, ".br"),
        gzip: variant(path, ".gz"),
        kind: kind(path),
        tag: tag(plain),
        immutable: immutable(path),
        plain: plain.clone(),
    };
    contents
        .iter()
        .filter(|(path, _)| !is_variant(path))
        .map(|(path, plain)| (path.clone(), file(path, plain)))
        .collect()
}

fn is_variant(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn tag(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let start = digest.first_chunk().map_or(0, |&start| u64::from_be_bytes(start));
    format!("\"{start:016x}\"")
}
