//! Reads the layers of the settings and puts one over the other.

use std::path::Path;

use config::{Config, Environment, File, FileFormat};

use super::{Mistake, Settings, checks};
use crate::cli::SettingsArgs;

pub fn read(args: &SettingsArgs) -> Result<Settings, Mistake> {
    let settings = merged(args, &std::env::vars().collect())?;
    checks::check(&settings)?;
    Ok(settings)
}

type Variables = std::collections::HashMap<String, String>;

pub fn merged(args: &SettingsArgs, variables: &Variables) -> Result<Settings, Mistake> {
    let mut layers = Config::builder().add_source(defaults()?);
    if let Some(path) = &args.config {
        layers = layers.add_source(file(path)?);
    }
    let layers = layers
        .add_source(environment(variables))
        .set_override_option("database_url", args.database_url.clone())?
        .set_override_option("listen", args.listen.clone())?;
    Ok(layers.build()?.try_deserialize()?)
}

fn defaults() -> Result<Config, Mistake> {
    Ok(Config::try_from(&Settings::default())?)
}

fn file(path: &Path) -> Result<File<config::FileSourceFile, FileFormat>, Mistake> {
    if path.is_file() {
        Ok(File::from(path).format(FileFormat::Toml))
    } else {
        Err(Mistake::NoFile(path.to_owned()))
    }
}

/// `GONGDAN_LOG_FORMAT` is `log_format`. The database has the name everybody gives it.
fn environment(variables: &Variables) -> Environment {
    let ours = variables.iter().filter_map(|(name, value)| match name.as_str() {
        "DATABASE_URL" => Some(("GONGDAN_DATABASE_URL".to_owned(), value.clone())),
        // It names the file, so it is not in it.
        "GONGDAN_CONFIG" => None,
        name => name.starts_with("GONGDAN_").then(|| (name.to_owned(), value.clone())),
    });
    Environment::with_prefix("GONGDAN")
        .try_parsing(true)
        .ignore_empty(true)
        .source(Some(ours.collect()))
}
