//! Settings: what there is to set, and what stands when nothing is said.
//!
//! Four layers, each stronger than the one before: what stands here, the TOML file, the
//! environment, the flags. Reading them is in [`layers`], refusing nonsense in [`checks`].

mod checks;
mod layers;
mod mistake;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use layers::read;
pub use mistake::Mistake;

/// Settings as they are written. Adding one here is all it takes to read it from everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `sqlite:FILE`, or `postgres://…` for several servers on one database.
    pub database_url: String,
    /// Where attachments are: `file:FOLDER`, or `s3://BUCKET` with the usual `AWS_…` variables.
    pub files_url: String,
    /// `HOST:PORT` to answer at.
    pub listen: String,
    /// The address customers and agents type, when a proxy stands before us.
    pub public_url: Option<String>,
    /// Whether a proxy of ours stands between us and the browsers, and says where they are from.
    pub behind_proxy: bool,
    /// The folder in which letters to customers wait to be sent.
    pub outbox: PathBuf,
    pub log_format: LogFormat,
    /// In the words of `tracing`: `info`, or `info,sqlx=debug`.
    pub log_filter: String,
    /// The largest request that is read, attachments included.
    pub body_limit_mb: usize,
    /// What the secrets of other systems are sealed under: 32 bytes in base64, the same for every
    /// server at one database. Without it, a key is made and kept in a file beside the database.
    pub sealing_key: Option<String>,
    /// The folder with the browser's files. A release build has them inside.
    pub site: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

impl TryFrom<String> for LogFormat {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match word.as_str() {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(format!("{word:?} is no format for logs; text and json are")),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database_url: "sqlite:gongdan.db".to_owned(),
            files_url: "file:data/files".to_owned(),
            listen: "127.0.0.1:3000".to_owned(),
            public_url: None,
            behind_proxy: false,
            outbox: PathBuf::from("data/outbox"),
            log_format: LogFormat::Text,
            log_filter: "info,sqlx=warn".to_owned(),
            body_limit_mb: 25,
            sealing_key: None,
            site: None,
        }
    }
}
