//! The browser programs: Rust to wasm, wasm to something a page can import.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::profile::Profile;
use crate::{npm, say, tools};

pub const PROGRAMS: [&str; 4] = ["portal", "partner", "desk", "admin"];

/// What the compiler takes for granted in every browser, and the optimiser may, too.
const FEATURES: [&str; 6] = [
    "bulk-memory",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// Compiles them, and leaves `<name>.js` and `<name>.wasm` in a folder.
pub fn build(profile: Profile) -> Result<PathBuf> {
    tools::wasm_target()?;
    say::timed("building the browser programs", || compile(profile))?;
    let folder =
        PathBuf::from("target/browser").join(profile.site().file_name().unwrap_or_default());
    for name in PROGRAMS {
        bind_if_changed(profile, name, &folder)?;
    }
    Ok(folder)
}

fn compile(profile: Profile) -> Result<()> {
    let mut cargo = tools::cargo();
    cargo.args(["build", "--package", "frontend", "--bins", "--target", "wasm32-unknown-unknown"]);
    tools::run(cargo.args(profile.wasm_flags()))
}

/// Binding a development build takes seconds, so it is done once for each result of the compiler.
fn bind_if_changed(profile: Profile, name: &str, folder: &Path) -> Result<()> {
    let raw = profile.wasm(name);
    let (mark, stamp) = (folder.join(format!("{name}.stamp")), stamp(&raw)?);
    if fs::read_to_string(&mark).is_ok_and(|done| done == stamp) {
        return Ok(());
    }
    say::timed(&format!("binding {name}"), || bind(profile, name, &raw, folder))?;
    fs::write(&mark, stamp).context("the mark of a finished build cannot be written")
}

fn bind(profile: Profile, name: &str, raw: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(raw)
        .web(true)?
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(profile == Profile::Release)
        .out_name(name)
        .generate(folder)?;
    let wasm = folder.join(format!("{name}.wasm"));
    fs::rename(folder.join(format!("{name}_bg.wasm")), &wasm)?;
    if profile == Profile::Release { optimise(&wasm) } else { Ok(()) }
}

fn optimise(wasm: &Path) -> Result<()> {
    let Some(program) = npm::wasm_opt()? else {
        say::note("not optimised: wasm-opt is missing (npm ci brings it)");
        return Ok(());
    };
    let mut optimiser = Command::new(program);
    optimiser.arg("-Oz").args(FEATURES.map(|feature| format!("--enable-{feature}")));
    tools::run(optimiser.arg("-o").args([wasm, wasm]))
}

/// Changes whenever the compiler writes the file again.
fn stamp(file: &Path) -> Result<String> {
    let about = fs::metadata(file).with_context(|| format!("no {}", file.display()))?;
    Ok(format!("{} {:?}", about.len(), about.modified()?))
}
