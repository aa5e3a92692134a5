//! What the command line can be asked to do, one file each.

mod bench_data;
mod bench_limit;
mod demo;
mod migrate;
mod serve;
mod token;

use std::error::Error;

use crate::cli::{Cli, Command, TokenCommand};
use crate::config;

/// Does what was asked. Settings are read and checked before anything else happens.
pub async fn run(cli: Cli) -> Result<(), Box<dyn Error>> {
    let settings = config::read(&cli.settings)?;
    match cli.command {
        Command::BenchData(args) => bench_data::run(&settings, &args).await,
        Command::BenchLimit(args) => bench_limit::limit(&settings, &args).await,
        Command::BenchSize => bench_limit::size(&settings).await,
        Command::Demo(args) => demo::run(&settings, &args).await,
        Command::Migrate => Ok(migrate::run(&settings).await?),
        Command::Token(TokenCommand::Create(args)) => Ok(token::create(&settings, &args).await?),
        Command::Serve(args) => Ok(serve::run(settings, &args).await?),
    }
}
