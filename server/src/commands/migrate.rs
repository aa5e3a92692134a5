//! `gongdan migrate`: brings the tables up to date and goes.

use crate::config::Settings;
use crate::opening::{self, OpenError};

pub async fn run(settings: &Settings) -> Result<(), OpenError> {
    opening::store(settings).await?.close().await;
    println!("the database is up to date");
    Ok(())
}
