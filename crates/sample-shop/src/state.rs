//! All the shop remembers.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use channels::{Http, Secret};
use serde::{Deserialize, Serialize};

use crate::business::Business;
use crate::failure::Failure;
use crate::ledger::Ledger;

/// Cheap to clone.
#[derive(Clone)]
pub struct Shop(Arc<Inner>);

struct Inner {
    secret: Secret,
    desk: Option<String>,
    file: Option<PathBuf>,
    any_time: bool,
    http: Http,
    books: Mutex<Books>,
}

#[derive(Default, Serialize, Deserialize)]
pub struct Books {
    pub business: Business,
    pub ledger: Ledger,
    /// How the next requests of an operation go wrong.
    pub script: BTreeMap<String, VecDeque<Failure>>,
}

impl Shop {
    pub fn open(
        secret: &str,
        desk: Option<String>,
        file: Option<PathBuf>,
        any_time: bool,
    ) -> io::Result<Self> {
        if let Some(folder) = file.as_ref().and_then(|file| file.parent()) {
            fs::create_dir_all(folder)?;
        }
        let kept = file.as_ref().filter(|file| file.exists());
        let books = match kept {
            Some(file) => serde_json::from_slice(&fs::read(file)?)?,
            None => Books::default(),
        };
        let (secret, http, books) = (Secret::new(secret), Http::open(), Mutex::new(books));
        Ok(Self(Arc::new(Inner { secret, desk, file, any_time, http, books })))
    }

    pub fn secret(&self) -> &Secret {
        &self.0.secret
    }

    pub fn desk(&self) -> Option<&str> {
        self.0.desk.as_deref()
    }

    pub fn any_time(&self) -> bool {
        self.0.any_time
    }

    pub fn http(&self) -> &Http {
        &self.0.http
    }

    pub fn books(&self) -> MutexGuard<'_, Books> {
        self.0.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Before anybody is told what was done: what is lost then is an answer, never the work.
    pub fn keep(&self, books: &Books) -> io::Result<()> {
        let Some(file) = &self.0.file else { return Ok(()) };
        let new = file.with_extension("new");
        fs::write(&new, serde_json::to_vec(books)?)?;
        fs::rename(&new, file)
    }
}

impl Books {
    pub fn next_failure(&mut self, operation: &str) -> Option<Failure> {
        self.script.get_mut(operation)?.pop_front()
    }
}
