//! The key the secrets of other systems are sealed under: from the settings, or from a file beside
//! the database, which is made the first time.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use desk::SealingKey;

use crate::config::Settings;
use crate::opening::OpenError;

/// Readable by its owner only.
const MODE: u32 = 0o600;

pub fn key(settings: &Settings) -> Result<SealingKey, OpenError> {
    let said = settings.sealing_key.as_deref().and_then(SealingKey::from_text);
    match (said, file(&settings.database_url)) {
        (Some(key), _) => Ok(key),
        // What is in memory only ends with its key.
        (None, None) => Ok(SealingKey::random()),
        (None, Some(file)) => kept_in(&file).map_err(|why| {
            let file = file.display().to_string();
            OpenError::SealingKey { file, why }
        }),
    }
}

/// `gongdan.db` has `gongdan.key` beside it. A Postgres is elsewhere; its key is here.
fn file(database_url: &str) -> Option<PathBuf> {
    let Some(path) = database_url.strip_prefix("sqlite:") else {
        return Some(PathBuf::from("gongdan.key"));
    };
    let path = path.split('?').next().unwrap_or_default().trim_start_matches("//");
    (!path.contains(":memory:")).then(|| Path::new(path).with_extension("key"))
}

fn kept_in(file: &Path) -> Result<SealingKey, String> {
    match fs::read_to_string(file) {
        Ok(text) => {
            SealingKey::from_text(&text).ok_or_else(|| "it is not 32 bytes in base64".to_owned())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make(file).map_err(|error| error.to_string())?;
            kept_in(file)
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Finished under another name first: of several processes that start at once, one's key is kept, and
/// nobody reads half of it.
fn make(file: &Path) -> io::Result<()> {
    let new = file.with_extension(format!("key.{}", std::process::id()));
    let mut written = OpenOptions::new().write(true).create_new(true).mode(MODE).open(&new)?;
    writeln!(written, "{}", SealingKey::random().to_text())?;
    written.sync_all()?;
    let linked = fs::hard_link(&new, file);
    fs::remove_file(&new)?;
    match linked {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use super::{file, kept_in};

    #[test]
    fn a_key_is_made_once_and_read_by_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gongdan.key");

        let first = kept_in(&path).unwrap();
        let second = kept_in(&path).unwrap();

        assert_eq!(first, second);
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_damaged_key_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gongdan.key");
        std::fs::write(&path, "half of it").unwrap();

        assert!(kept_in(&path).is_err());
    }

    #[test]
    fn it_lies_beside_the_database() {
        assert_eq!(file("sqlite:gongdan.db"), Some(PathBuf::from("gongdan.key")));
        assert_eq!(file("sqlite:///srv/a.db?mode=rwc"), Some(PathBuf::from("/srv/a.key")));
        assert_eq!(file("postgres://db/gongdan"), Some(PathBuf::from("gongdan.key")));
        assert_eq!(file("sqlite::memory:"), None);
    }
}
