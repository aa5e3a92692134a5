//! `gongdan bench-limit` and `bench-size`: what the database alone can do, and how large it is.
//! Each prints one number.

use std::error::Error;
use std::time::Duration;

use crate::cli::BenchLimitArgs;
use crate::config::Settings;
use crate::opening;

pub async fn limit(settings: &Settings, args: &BenchLimitArgs) -> Result<(), Box<dyn Error>> {
    let store = opening::store(settings).await?;
    let time = Duration::from_secs(args.seconds);
    println!("{}", store::bench_limit::transactions(&store, args.clients, time).await?);
    store.close().await;
    Ok(())
}

pub async fn size(settings: &Settings) -> Result<(), Box<dyn Error>> {
    let store = opening::store(settings).await?;
    println!("{}", store::bench_limit::bytes_per_ticket(&store).await?);
    store.close().await;
    Ok(())
}
