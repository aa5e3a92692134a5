//! Puts every file where the server will look for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::wasm::PROGRAMS;

/// Starts from an empty folder, so that nothing of an earlier build is handed out.
pub fn lay_out(site: &Path, programs: &Path, sheet: &[u8]) -> Result<()> {
    fs::remove_dir_all(site).or_else(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let mut names = Names::in_folder(site.join("pkg"))?;
    names.put("main.css", sheet)?;
    for program in PROGRAMS {
        for ending in ["js", "wasm"] {
            let name = format!("{program}.{ending}");
            names.put(&name, &fs::read(programs.join(&name))?)?;
        }
    }
    names.write(&site.join("names.json"))?;
    copy_if_there(&programs.join("snippets"), &site.join("pkg/snippets"))?;
    copy_if_there(Path::new("public"), &site.join("assets"))
}

/// `main.css` is `main.3f9a0c1d.css`.
struct Names {
    folder: PathBuf,
    hashed: BTreeMap<String, String>,
}

impl Names {
    fn in_folder(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, hashed: BTreeMap::new() })
    }

    fn put(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let (stem, ending) = name.rsplit_once('.').context("a file without an ending")?;
        let hashed = format!("{stem}.{}.{ending}", hash(content));
        fs::write(self.folder.join(&hashed), content)?;
        self.hashed.insert(name.to_owned(), hashed);
        Ok(())
    }

    fn write(&self, path: &Path) -> Result<()> {
        Ok(fs::write(path, serde_json::to_vec(&self.hashed)?)?)
    }
}

fn hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let start = digest.first_chunk().map_or(0, |&start| u64::from_be_bytes(start));
    format!("{start:016x}")
}

fn copy_if_there(from: &Path, to: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    fs::create_dir_all(to)?;
    for entry in entries {
        let from = entry?.path();
        let to = to.join(from.file_name().context("a file without a name")?);
        if from.is_dir() {
            copy_if_there(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}
