//! Files in a folder.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Bytes;

/// All files below, by their path from there. What cannot be read is not there.
pub fn read(root: &Path) -> HashMap<String, Bytes> {
    let mut files = HashMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if let (Some(name), Ok(content)) = (name(root, &path), fs::read(&path)) {
                files.insert(name, Bytes::from(content));
            }
        }
    }
    files
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

fn name(root: &Path, path: &Path) -> Option<String> {
    path.strip_prefix(root).ok()?.to_str().map(str::to_owned)
}
