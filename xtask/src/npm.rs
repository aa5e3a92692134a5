//! npm packages: locked, and without the browsers they would like to download.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{say, tools};

const HOME: &str = "end2end";

/// What `package-lock.json` says, if it is not there yet.
pub fn install() -> Result<()> {
    if up_to_date() {
        return Ok(());
    }
    if !tools::on_path("npm") {
        bail!("Node is missing; install Node 20 or newer (sudo apt install nodejs npm)");
    }
    say::step("getting npm packages (npm ci)");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(HOME);
    tools::run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

pub fn playwright() -> Command {
    let mut playwright = Command::new("npx");
    playwright.args(["--no-install", "playwright"]).current_dir(HOME);
    playwright
}

/// The optimiser for wasm, where there is Node to get it with.
pub fn wasm_opt() -> Result<Option<PathBuf>> {
    if !tools::on_path("npm") {
        return Ok(None);
    }
    install()?;
    let program = Path::new(HOME).join("node_modules/.bin/wasm-opt");
    Ok(program.exists().then_some(program))
}

/// npm writes its own copy of the lock last of all.
fn up_to_date() -> bool {
    let changed = |path: &str| Path::new(HOME).join(path).metadata().and_then(|it| it.modified());
    match (changed("package-lock.json"), changed("node_modules/.package-lock.json")) {
        (Ok(wanted), Ok(there)) => wanted <= there,
        _ => false,
    }
}
