//! `gongdan`: puts the parts together and opens the doors.

mod assets;
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
mod security;
mod site;
mod streams;
mod telemetry;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistake) => {
            eprintln!("gongdan: {mistake}");
            ExitCode::FAILURE
        }
    }
}
