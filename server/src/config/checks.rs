//! Refuses settings that cannot work, before anything is opened.

use axum::http::Uri;
use desk::SealingKey;
use tracing_subscriber::EnvFilter;

use super::{Mistake, Settings};

pub fn check(settings: &Settings) -> Result<(), Mistake> {
    database_url(&settings.database_url)?;
    listen(&settings.listen)?;
    settings.public_url.as_deref().map_or(Ok(()), public_url)?;
    settings.sealing_key.as_deref().map_or(Ok(()), sealing_key)?;
    files_url(&settings.files_url)?;
    log_filter(&settings.log_filter)?;
    body_limit(settings.body_limit_mb)
}

fn database_url(url: &str) -> Result<(), Mistake> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    let rest = known.iter().find_map(|scheme| url.strip_prefix(scheme));
    // The rest of it is not repeated: there may be a password in it.
    let beginning = || url.chars().take_while(|&c| c != ':').collect();
    sound(rest.is_some_and(|rest| !rest.is_empty()), || Mistake::DatabaseUrl(beginning()))
}

fn listen(address: &str) -> Result<(), Mistake> {
    let parts = address.rsplit_once(':');
    let whole = parts.is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    sound(whole, || Mistake::Listen(address.to_owned()))
}

/// The text is compared with the `Origin` a browser sends, so it has no path.
fn public_url(url: &str) -> Result<(), Mistake> {
    let origin = url.parse::<Uri>().is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.path_and_query().is_none_or(|path| path == "/")
            && !url.ends_with('/')
    });
    sound(origin, || Mistake::PublicUrl(url.to_owned()))
}

/// It is not repeated: it is a secret.
fn sealing_key(key: &str) -> Result<(), Mistake> {
    sound(SealingKey::from_text(key).is_some(), || Mistake::SealingKey)
}

fn files_url(url: &str) -> Result<(), Mistake> {
    let known = ["file:", "s3://"];
    let rest = known.iter().find_map(|scheme| url.strip_prefix(scheme));
    sound(rest.is_some_and(|rest| !rest.is_empty()), || Mistake::FilesUrl(url.to_owned()))
}

fn log_filter(filter: &str) -> Result<(), Mistake> {
    sound(EnvFilter::try_new(filter).is_ok(), || Mistake::LogFilter(filter.to_owned()))
}

fn body_limit(megabytes: usize) -> Result<(), Mistake> {
    sound((1..=1024).contains(&megabytes), || Mistake::BodyLimit(megabytes))
}

fn sound(whole: bool, mistake: impl FnOnce() -> Mistake) -> Result<(), Mistake> {
    if whole { Ok(()) } else { Err(mistake()) }
}
