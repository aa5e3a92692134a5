//! `cargo xtask bench`: the budgets of the product, measured.

use anyhow::{Result, bail};
use clap::Args;

#[derive(Args)]
pub struct BenchArgs {}

pub fn bench(_args: &BenchArgs) -> Result<()> {
    bail!("the benchmarks are not written yet")
}
