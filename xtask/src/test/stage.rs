//! What is checked, in the order in which mistakes are cheapest to find.

use anyhow::Result;
use clap::ValueEnum;

use crate::{browser_tests, contract, postgres, tools};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    Fmt,
    Clippy,
    Unit,
    Doc,
    E2e,
    Contract,
}

impl Stage {
    /// What is true when the stage passes.
    pub fn promise(self) -> &'static str {
        match self {
            Stage::Fmt => "the source is formatted",
            Stage::Clippy => "clippy has nothing to say",
            Stage::Unit => "every crate keeps its promises, on SQLite and Postgres",
            Stage::Doc => "the documentation has no broken link",
            Stage::E2e => "people can do their work in a browser",
            Stage::Contract => "the API does what its document says",
        }
    }

    pub fn check(self) -> Result<()> {
        match self {
            Stage::Fmt => tools::run(tools::cargo().args(["fmt", "--all", "--check"])),
            Stage::Clippy => clippy(),
            Stage::Unit => unit(),
            Stage::Doc => doc(),
            Stage::E2e => browser_tests::check(),
            Stage::Contract => contract::check(),
        }
    }
}

/// The server's half and the browser's half are two compilations, and never one: cargo would merge
/// their features.
fn clippy() -> Result<()> {
    tools::wasm_target()?;
    tools::run(tools::cargo().args(["clippy", "--all-targets", "--", "--deny", "warnings"]))?;
    tools::run(
        tools::cargo()
            .args(["clippy", "--package", "frontend", "--target", "wasm32-unknown-unknown"])
            .args(["--", "--deny", "warnings"]),
    )
}

fn unit() -> Result<()> {
    tools::run(postgres::within_reach(tools::cargo().arg("test"))?)
}

/// For whoever works here: private things are described, too, and may be pointed at.
fn doc() -> Result<()> {
    const FLAGS: &str = "--deny warnings --allow rustdoc::private-intra-doc-links";
    let mut doc = tools::cargo();
    doc.args(["doc", "--no-deps", "--document-private-items"]);
    tools::run(doc.env("RUSTDOCFLAGS", FLAGS))
}
