//! `gongdan demo`: fills an empty database with a desk to look at, and says who can sign in.

use std::error::Error;

use desk::DeskError;
use desk::demo::{DemoPlan, LOGINS, PASSWORD};

use crate::cli::DemoArgs;
use crate::config::Settings;
use crate::opening;

pub async fn run(settings: &Settings, args: &DemoArgs) -> Result<(), Box<dyn Error>> {
    let store = opening::store(settings).await?;
    let desk = opening::desk(settings, &store).await?;
    let plan = DemoPlan { seed: args.seed, tickets: args.tickets, ..DemoPlan::default() };
    let begun = std::time::Instant::now();
    match desk.demo(plan).await {
        Ok(()) => println!("{} tickets in {} s", args.tickets, begun.elapsed().as_secs()),
        Err(DeskError::Conflict) => {
            println!("people work at this desk already; nothing was changed")
        }
        Err(error) => return Err(error.into()),
    }
    for (who, login) in LOGINS {
        println!("{who:9} {login:12} {PASSWORD}");
    }
    desk.shut();
    store.close().await;
    Ok(())
}
