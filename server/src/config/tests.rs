//! Each layer over the one before, and each mistake in its sentence.

use std::collections::HashMap;
use std::path::PathBuf;

use super::layers::merged;
use super::{LogFormat, Settings, checks};
use crate::cli::SettingsArgs;

fn flags() -> SettingsArgs {
    SettingsArgs { config: None, database_url: None, listen: None }
}

fn variables(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("gongdan-{}-{name}.toml", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path
}

fn sentence(change: impl FnOnce(&mut Settings)) -> String {
    let mut settings = Settings::default();
    change(&mut settings);
    checks::check(&settings).unwrap_err().to_string()
}

#[test]
fn nothing_said_is_sqlite_on_this_machine() {
    let settings = merged(&flags(), &variables(&[])).unwrap();

    assert_eq!(settings, Settings::default());
    assert!(checks::check(&settings).is_ok());
}

#[test]
fn the_environment_is_stronger_than_the_file() {
    let path = file("layers", "listen = \"0.0.0.0:1\"\nlog_format = \"json\"");
    let flags = SettingsArgs { config: Some(path), ..flags() };

    let settings = merged(&flags, &variables(&[("GONGDAN_LISTEN", "0.0.0.0:2")])).unwrap();

    assert_eq!(settings.listen, "0.0.0.0:2");
    assert_eq!(settings.log_format, LogFormat::Json);
}

#[test]
fn a_flag_is_stronger_than_the_environment() {
    let flags = SettingsArgs { database_url: Some("sqlite:flag.db".to_owned()), ..flags() };

    let settings = merged(&flags, &variables(&[("DATABASE_URL", "sqlite:env.db")])).unwrap();

    assert_eq!(settings.database_url, "sqlite:flag.db");
}

#[test]
fn a_number_is_read_from_the_environment() {
    let settings = merged(&flags(), &variables(&[("GONGDAN_BODY_LIMIT_MB", "3")])).unwrap();

    assert_eq!(settings.body_limit_mb, 3);
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let flags = SettingsArgs { config: Some(PathBuf::from("/nowhere/desk.toml")), ..flags() };

    let mistake = merged(&flags, &variables(&[])).unwrap_err();

    assert_eq!(mistake.to_string(), "there is no settings file /nowhere/desk.toml");
}

#[test]
fn a_key_nobody_knows_is_named() {
    let flags = SettingsArgs { config: Some(file("key", "lisen = \"x\"")), ..flags() };

    let mistake = merged(&flags, &variables(&[])).unwrap_err().to_string();

    assert!(mistake.contains("unknown field `lisen`"), "{mistake}");
    assert!(mistake.contains("`listen`"), "{mistake}");
}

#[test]
fn a_file_that_is_not_toml_is_named() {
    let flags = SettingsArgs { config: Some(file("broken", "listen = ")), ..flags() };

    let mistake = merged(&flags, &variables(&[])).unwrap_err().to_string();

    assert!(mistake.contains("broken.toml"), "{mistake}");
}

#[test]
fn another_database_is_refused() {
    let mistake =
        sentence(|settings| settings.database_url = "mysql://root:secret@db/desk".to_owned());

    assert_eq!(
        mistake,
        "database_url begins with \"mysql\", but only sqlite:FILE and postgres://USER@HOST/NAME \
         are understood"
    );
}

#[test]
fn an_address_without_a_port_is_refused() {
    let mistake = sentence(|settings| settings.listen = "localhost".to_owned());

    assert_eq!(
        mistake,
        "listen is \"localhost\", but a host and a port are needed, as in 127.0.0.1:3000"
    );
}

#[test]
fn a_public_address_with_a_path_is_refused() {
    let mistake = sentence(|settings| settings.public_url = Some("https://a.example/x".to_owned()));

    assert!(mistake.starts_with("public_url is \"https://a.example/x\""), "{mistake}");
}

#[test]
fn a_place_for_files_nobody_knows_is_refused() {
    let mistake = sentence(|settings| settings.files_url = "ftp://attic".to_owned());

    assert_eq!(
        mistake,
        "files_url is \"ftp://attic\", but only file:FOLDER and s3://BUCKET are understood"
    );
}

#[test]
fn a_log_filter_that_says_nothing_is_refused() {
    let mistake = sentence(|settings| settings.log_filter = "sqlx=loudly".to_owned());

    assert!(mistake.starts_with("log_filter is \"sqlx=loudly\""), "{mistake}");
}

#[test]
fn a_limit_of_nothing_is_refused() {
    let mistake = sentence(|settings| settings.body_limit_mb = 0);

    assert_eq!(mistake, "body_limit_mb is 0, but it must be from 1 to 1024");
}

#[test]
fn every_setting_stands_in_the_readme() {
    const README: &str = include_str!("../../../README.md");
    let settings = serde_json::to_value(Settings::default()).unwrap();

    for name in settings.as_object().unwrap().keys() {
        let row = format!("| `{name}` | `");
        assert!(README.contains(&row), "no row begins with {row}");
    }
}
