//! `gongdan bench-data`: fills a database with a large desk, for measuring.

use std::error::Error;

use desk::{Clock, SystemClock};

use crate::cli::BenchDataArgs;
use crate::config::Settings;
use crate::opening;

pub async fn run(settings: &Settings, args: &BenchDataArgs) -> Result<(), Box<dyn Error>> {
    let store = opening::store(settings).await?;
    // Opening brings the flow, the channels and the roles.
    let desk = opening::desk(settings, &store).await?;
    let begun = std::time::Instant::now();
    store::bench_data::fill(&store, args.tickets.into(), SystemClock.now()).await?;
    println!("{} tickets in {} s", args.tickets, begun.elapsed().as_secs());
    desk.shut();
    store.close().await;
    Ok(())
}
