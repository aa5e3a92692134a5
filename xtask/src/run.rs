//! `cargo xtask run`: from a fresh clone to a desk in the browser.

use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
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
    let _shop = Shop::open(args)?;
    tools::run(&mut server)
}

/// The business the demo desk operates; it closes with the desk.
struct Shop(Child);

impl Shop {
    /// With the other one's address taken it ends at once, and the desk does without.
    fn open(args: &RunArgs) -> Result<Self> {
        let desk = format!("http://{}/api/v1/inbound/shop", args.listen);
        let mut shop = Command::new(args.build.profile().shop());
        shop.args(["--desk", &desk, "--file", "data/sample-shop.json"]);
        say::note("the sample shop, which the demo desk operates, is at http://127.0.0.1:3010");
        Ok(Self(shop.stdout(Stdio::null()).spawn().context("the sample shop cannot be started")?))
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // It may have ended with Ctrl+C already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
