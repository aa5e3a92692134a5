//! The PostgreSQL the tests start for themselves.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::tools;

/// Debian keeps `initdb` and `postgres` here, a folder for each version, and on nobody's path.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Gets PostgreSQL if there is none, and lets a program find it.
pub fn within_reach(command: &mut Command) -> Result<&mut Command> {
    tools::debian(&["postgresql"], || tools::on_path("initdb") || newest().is_some())?;
    if let (false, Some(folder)) = (tools::on_path("initdb"), newest()) {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = env::split_paths(&path).chain([folder]);
        command.env("PATH", env::join_paths(folders)?);
    }
    Ok(command)
}

fn newest() -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN).ok()?.flatten();
    let newest = versions.filter_map(|it| it.file_name().to_str()?.parse::<u32>().ok()).max()?;
    Some(PathBuf::from(format!("{DEBIAN}/{newest}/bin")))
}
