//! `gongdan demo`: fills an empty database with a desk to look at, and says who can sign in.

use std::error::Error;
use std::time::Instant;

use desk::demo::{DemoPlan, LOGINS, PASSWORD};
use desk::{Desk, DeskError};

use crate::cli::DemoArgs;
use crate::config::Settings;
use crate::opening;

pub async fn run(settings: &Settings, args: &DemoArgs) -> Result<(), Box<dyn Error>> {
    let store = opening::store(settings).await?;
    let desk = opening::desk(settings, &store).await?;
    let plan = DemoPlan {
        seed: args.seed,
        tickets: args.tickets,
        shop: args.shop.clone(),
        ..DemoPlan::default()
    };
    if desk.has_people().await? {
        println!("people work at this desk already; nothing was changed");
    } else {
        fill(&desk, plan).await?;
    }
    say_log_ins();
    desk.shut();
    store.close().await;
    Ok(())
}

/// For whoever starts a desk to look at it, every time anew.
pub async fn if_empty(desk: &Desk) -> Result<(), DeskError> {
    if !desk.has_people().await? {
        fill(desk, DemoPlan::default()).await?;
    }
    let [_, (_, agent), ..] = LOGINS;
    // A desk with people of its own has other passwords.
    if desk.agent_by_login(agent).await?.is_some() {
        say_log_ins();
    }
    Ok(())
}

async fn fill(desk: &Desk, plan: DemoPlan) -> Result<(), DeskError> {
    println!("filling the empty desk with a demo of {} tickets", plan.tickets);
    let begun = Instant::now();
    desk.demo(plan).await?;
    println!("done in {} s", begun.elapsed().as_secs());
    Ok(())
}

fn say_log_ins() {
    for (who, login) in LOGINS {
        println!("{who:9} {login:12} {PASSWORD}");
    }
}
