//! `cargo xtask`: builds, runs, tests and measures the product on a machine with nothing but Rust,
//! Node and Debian's packages. What is missing is fetched, and said.

mod bench;
mod browser_tests;
mod build;
mod contract;
mod npm;
mod postgres;
mod profile;
mod run;
mod say;
mod server;
mod site;
mod style;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, run, test and measure Gongdan")]
enum Task {
    /// Build everything, open the desk with demo data, and serve it
    Run(run::RunArgs),
    /// Build everything without starting it
    Build(build::BuildOnly),
    /// Check everything: the gate for every change
    Test(test::TestArgs),
    /// Measure everything design.md has a budget for
    Bench(bench::BenchArgs),
}

fn main() -> ExitCode {
    let done = tools::go_home().and_then(|()| match Task::parse() {
        Task::Run(args) => run::run(&args),
        Task::Build(args) => args.build(),
        Task::Test(args) => test::test(&args),
        Task::Bench(args) => bench::bench(&args),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
