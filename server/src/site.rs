//! The files of the browser's half: read once at start, from the binary itself or from a folder.

mod embedded;
mod file;
mod folder;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;

pub use file::File;

/// Where `cargo xtask` puts the files of a development build.
const DEVELOPMENT: &str = "target/site/dev";

/// All files by path, and where the ones with hashed names are.
#[derive(Clone)]
pub struct Site {
    files: Arc<HashMap<String, File>>,
    names: Arc<HashMap<String, String>>,
}

impl Site {
    /// The folder of the settings, else what is in the binary, else the development build.
    pub fn open(folder: Option<&Path>) -> Self {
        let site = match folder {
            Some(folder) => Self::of(folder::read(folder)),
            None if embedded::is_there() => Self::of(embedded::read()),
            None => Self::of(folder::read(Path::new(DEVELOPMENT))),
        };
        if site.names.is_empty() {
            tracing::warn!("there are no files for the browser; `cargo xtask run` makes them");
        }
        site
    }

    /// Files and their compressed variants, by path.
    fn of(mut contents: HashMap<String, Bytes>) -> Self {
        let names = contents.remove("names.json").unwrap_or_else(|| Bytes::from_static(b"{}"));
        let names: HashMap<String, String> = serde_json::from_slice(&names).unwrap_or_default();
        let files = file::gather(&contents, |path| {
            path.strip_prefix("pkg/").is_some_and(|name| names.values().any(|it| it == name))
        });
        Self { files: Arc::new(files), names: Arc::new(names) }
    }

    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// The address of a file of the browser programs, with the hash of its content in it.
    pub fn address(&self, name: &str) -> String {
        format!("/pkg/{}", self.names.get(name).map_or(name, String::as_str))
    }
}
