//! What can be wrong with settings, each in one sentence.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum Mistake {
    #[error("there is no settings file {}", .0.display())]
    NoFile(PathBuf),
    #[error("the settings cannot be read: {}", in_one_line(.0))]
    Unreadable(#[from] config::ConfigError),
    #[error(
        "database_url begins with {0:?}, but only sqlite:FILE and postgres://USER@HOST/NAME are \
         understood"
    )]
    DatabaseUrl(String),
    #[error("listen is {0:?}, but a host and a port are needed, as in 127.0.0.1:3000")]
    Listen(String),
    #[error(
        "public_url is {0:?}, but only scheme and host are understood, as in https://help.example.com"
    )]
    PublicUrl(String),
    #[error(
        "sealing_key is not 32 bytes in base64, as `head -c 32 /dev/urandom | base64` writes them"
    )]
    SealingKey,
    #[error("files_url is {0:?}, but only file:FOLDER and s3://BUCKET are understood")]
    FilesUrl(String),
    #[error("log_filter is {0:?}, but something like info or info,sqlx=debug is needed")]
    LogFilter(String),
    #[error("body_limit_mb is {0}, but it must be from 1 to 1024")]
    BodyLimit(usize),
}

/// The parser draws its complaint over several lines, the place in the file included.
fn in_one_line(error: &config::ConfigError) -> String {
    let said = error.to_string();
    let words = said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains('|'));
    words.collect::<Vec<_>>().join(", ")
}
