//! `gongdan`: puts the parts together and opens the doors.

mod assets;
mod case_file;
mod cli;
mod commands;
mod config;
mod files;
mod health;
mod live;
mod opening;
mod pages;
mod portal;
mod problem;
mod proxy;
mod requests;
mod routes;
mod sealing;
mod security;
mod site;
mod streams;
mod telemetry;

use std::fmt::Display;
use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    match cli::Cli::try_parse() {
        Ok(cli) => {
            commands::run(cli).await.map_or_else(|why| complain(&why), |()| ExitCode::SUCCESS)
        }
        Err(answer) if cli::is_help(&answer) => answer.exit(),
        Err(mistake) => complain(&cli::sentence(&mistake)),
    }
}

/// One sentence about what went wrong.
fn complain(why: &dyn Display) -> ExitCode {
    eprintln!("gongdan: {why}");
    ExitCode::FAILURE
}
