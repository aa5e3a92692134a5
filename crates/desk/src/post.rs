//! Letters to people: codes and news that leave the house.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// Takes letters off our hands. Must not wait for the network: an operation calls it.
pub trait Post: Send + Sync {
    fn deliver(&self, to: &str, subject: &str, body: &str);
}

/// Writes every letter as a file into a folder, for somebody to look at or a program to send.
#[derive(Debug)]
pub struct Outbox {
    folder: PathBuf,
    count: AtomicU64,
}

impl Outbox {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), count: AtomicU64::new(0) }
    }

    fn write(&self, to: &str, subject: &str, body: &str) -> std::io::Result<PathBuf> {
        std::fs::create_dir_all(&self.folder)?;
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(format!("{}-{count}.eml", std::process::id()));
        // A line break would begin a header of the writer's choice.
        let (to, subject) = (to.replace(['\r', '\n'], " "), subject.replace(['\r', '\n'], " "));
        let letter = format!(
            "To: {to}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
             {body}\r\n"
        );
        std::fs::write(&path, letter)?;
        Ok(path)
    }
}

impl Post for Outbox {
    fn deliver(&self, to: &str, subject: &str, body: &str) {
        match self.write(to, subject, body) {
            Ok(path) => tracing::info!(path = %path.display(), "a letter is in the outbox"),
            Err(error) => tracing::error!(%error, "a letter could not be written"),
        }
    }
}
