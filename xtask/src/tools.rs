//! Running other programs, and getting those that are missing.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::say;

/// All paths of `xtask` are from the root of the workspace, wherever it is called.
pub fn go_home() -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = here.parent().context("xtask is not in a workspace")?;
    env::set_current_dir(home).context("the workspace cannot be entered")
}

/// Runs it with its output shown, and fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if status.success() { Ok(()) } else { bail!("{} ended with {status}", shown(command)) }
}

/// Whether it runs and says yes. Nothing is shown.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

pub fn on_path(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

pub fn cargo() -> Command {
    Command::new(env!("CARGO"))
}

/// The compiler's half for the browser.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    if has_target(TARGET)? {
        return Ok(());
    }
    say::step("getting the compiler's half for the browser (rustup target add)");
    run(Command::new("rustup").args(["target", "add", TARGET]))
}

fn has_target(target: &str) -> Result<bool> {
    let mut rustc = Command::new("rustc");
    let printed = rustc.args(["--print", "target-libdir", "--target", target]).output()?;
    Ok(Path::new(String::from_utf8(printed.stdout)?.trim()).is_dir())
}

/// Without them the pages of a Chinese desk are boxes.
pub fn chinese_fonts() -> bool {
    let fonts = Command::new("fc-list").arg(":lang=zh").output();
    fonts.is_ok_and(|fonts| !fonts.stdout.is_empty())
}

/// Gets Debian packages when `there` says they are missing.
pub fn debian(packages: &[&str], there: impl Fn() -> bool) -> Result<()> {
    if there() {
        return Ok(());
    }
    let names = packages.join(" ");
    if !on_path("apt-get") || !succeeds(Command::new("sh").args(["-c", "[ $(id -u) = 0 ]"])) {
        bail!(
            "{names} is missing; install it with your system's packages (sudo apt install {names})"
        );
    }
    say::step(&format!("getting {names} (apt)"));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet=2");
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
