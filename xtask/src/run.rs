//! `cargo xtask run`: from a fresh clone to a desk in the browser.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::build::{self, BuildArgs};
use crate::{say, tools};

#[derive(Args)]
pub struct RunArgs {
    #[command(flatten)]
    build: BuildArgs,
    /// HOST:PORT to answer at
    #[arg(long, default_value = "127.0.0.1:3000")]
    listen: String,
    #[arg(long, value_name = "URL", help = "sqlite:FILE or postgres://USER@HOST/NAME")]
    database_url: Option<String>,
}

/// The server fills an empty database with the demo desk, and says who can sign in.
pub fn run(args: &RunArgs) -> Result<()> {
    build::build(args.build.profile())?;
    say::step(&format!("opening the desk at http://{} (Ctrl+C closes it)", args.listen));
    let mut server = Command::new(args.build.profile().server());
    server.args(["serve", "--demo-if-empty", "--listen", &args.listen]);
    if let Some(url) = &args.database_url {
        server.args(["--database-url", url]);
    }
    tools::run(&mut server)
}
