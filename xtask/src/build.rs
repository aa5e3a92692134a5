//! `cargo xtask build`: the browser's half first, because a release carries it inside.

use anyhow::Result;
use clap::Args;

use crate::profile::Profile;
use crate::{say, site, tools};

#[derive(Args)]
pub struct BuildArgs {
    /// Small and fast, with the browser's files inside the server's program
    #[arg(long)]
    release: bool,
}

#[derive(Args)]
pub struct BuildOnly {
    #[command(flatten)]
    how: BuildArgs,
    /// The browser's half alone, to see what it weighs
    #[arg(long)]
    browser: bool,
}

impl BuildArgs {
    pub fn profile(&self) -> Profile {
        if self.release { Profile::Release } else { Profile::Dev }
    }
}

impl BuildOnly {
    pub fn build(&self) -> Result<()> {
        let profile = self.how.profile();
        if self.browser { site::build(profile) } else { build(profile) }
    }
}

pub fn build(profile: Profile) -> Result<()> {
    site::build(profile)?;
    say::timed("building the server", || {
        let mut cargo = tools::cargo();
        // By binary and not by package: see the alias in `.cargo/config.toml`.
        tools::run(
            cargo
                .args(["build", "--bin", "gongdan", "--bin", "sample-shop"])
                .args(profile.server_flags()),
        )
    })?;
    say::note(&format!("{} is ready", profile.server().display()));
    Ok(())
}
