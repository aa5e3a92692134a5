//! The API against its own OpenAPI document: schemathesis asks a live server what nobody would.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::profile::Profile;
use crate::server::Server;
use crate::{build, say, tools};

const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const HOME: &str = "target/schemathesis";

pub fn check() -> Result<()> {
    let schemathesis = schemathesis()?;
    build::build(Profile::Dev)?;
    let server = Server::start("contract")?;
    let token = server.ask(&["token", "create", "--agent", "admin", "--scope", "all"])?;
    tools::run(
        Command::new(schemathesis)
            .args(["run", &format!("{}/api/openapi.json", server.url())])
            .args(["--header", &format!("Authorization: Bearer {token}")])
            // The same questions every time: a failure can be looked at again.
            .args(["--checks", "all", "--seed", "20417"]),
    )
}

/// Python packages in a folder of their own, at the version that is pinned here.
fn schemathesis() -> Result<PathBuf> {
    let bin = Path::new(HOME).join("bin");
    let (program, pinned) = (bin.join("schemathesis"), Path::new(HOME).join(SCHEMATHESIS));
    if pinned.exists() {
        return Ok(program);
    }
    tools::debian(&["python3", "python3-venv"], || {
        tools::succeeds(Command::new("python3").args(["-c", "import ensurepip"]))
    })?;
    say::step("getting schemathesis (pip)");
    tools::run(Command::new("python3").args(["-m", "venv", HOME]))?;
    tools::run(Command::new(bin.join("pip")).args(["install", "--quiet", SCHEMATHESIS]))?;
    if !program.exists() {
        bail!("pip has installed no schemathesis");
    }
    std::fs::write(pinned, "")?;
    Ok(program)
}
