//! Compresses once what would otherwise be compressed for every visitor.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

const TEXTS: [&str; 6] = ["js", "wasm", "css", "svg", "webmanifest", "txt"];

/// Writes `name.br` and `name.gz` beside each file worth it.
pub fn beside(site: &Path) -> Result<()> {
    for path in files(site)? {
        if is_text(&path) {
            let content = fs::read(&path)?;
            fs::write(with(&path, "br"), brotli(&content)?)?;
            fs::write(with(&path, "gz"), gzip(&content)?)?;
        }
    }
    Ok(())
}

pub fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    PathBuf::from(name)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| TEXTS.iter().any(|text| ending == *text))
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let best = BrotliEncoderParams { quality: 11, lgwin: 24, ..BrotliEncoderParams::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut small, &best)?;
    Ok(small)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
