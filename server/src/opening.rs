//! Opens what the commands work on, and says in one sentence why it cannot be opened.

use std::error::Error;
use std::sync::Arc;

use desk::{Desk, DeskError, Fittings, Outbox, SystemClock};
use store::files::Files;
use store::{Store, StoreError};

use crate::config::Settings;
use crate::sealing;

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(
        "the database is newer than this program: it knows step {0}, which is not known here; \
         start the newer program, or restore a backup"
    )]
    TooNew(i64),
    #[error("the database cannot be brought up to date: {0}")]
    Migration(String),
    #[error("the database cannot be opened: {0}")]
    Database(String),
    #[error("the files cannot be opened: {0}")]
    Files(String),
    #[error("the sealing key in {file} cannot be used: {why}")]
    SealingKey { file: String, why: String },
    #[error("the desk cannot be opened: {0}")]
    Desk(String),
}

/// The database of the settings, with its tables up to date.
pub async fn store(settings: &Settings) -> Result<Store, OpenError> {
    Store::open(&settings.database_url).await.map_err(sentence)
}

/// The desk at that database.
pub async fn desk(settings: &Settings, store: &Store) -> Result<Desk, OpenError> {
    let files = Files::open(&settings.files_url).await;
    let files = files.map_err(|error| OpenError::Files(causes(&error)))?;
    let post = Arc::new(Outbox::in_folder(&settings.outbox));
    let sealing = sealing::key(settings)?;
    let address = settings.public_url.clone().unwrap_or_else(|| here(&settings.listen));
    let fittings = Fittings { post, sealing, address, ..Fittings::default() };
    let opened = Desk::open(store.clone(), files, Arc::new(SystemClock), fittings).await;
    opened.map_err(|error: DeskError| OpenError::Desk(causes(&error)))
}

/// The address this machine has for itself, where nobody said how it is reached from outside.
fn here(listen: &impl std::fmt::Display) -> String {
    format!("http://{}", listen.to_string().replace("0.0.0.0", "127.0.0.1"))
}

fn sentence(error: StoreError) -> OpenError {
    if let Some(step) = error.step_of_a_newer_program() {
        return OpenError::TooNew(step);
    }
    match error {
        StoreError::Migrate(error) => OpenError::Migration(causes(&error)),
        other => OpenError::Database(causes(&other)),
    }
}

/// An error with all it was caused by, in one line.
fn causes(error: &(dyn Error + 'static)) -> String {
    let mut said = vec![error.to_string()];
    let mut cause = error.source();
    while let Some(error) = cause {
        said.push(error.to_string());
        cause = error.source();
    }
    // Some errors repeat their cause in their own words.
    said.dedup_by(|later, earlier| earlier.contains(later.as_str()));
    said.join(": ")
}
