//! `cargo xtask bench`: the budgets of the product, measured on a release build.
//!
//! Everything is asked for from outside, over HTTP, as a program would ask; client and server share
//! the machine.

mod budgets;
mod http;
mod load;
mod place;
mod postgres;
mod table;

use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use crate::profile::Profile;
use crate::{build, say};

use load::Measured;
use place::Place;
use table::Row;

#[derive(Args)]
pub struct BenchArgs {
    /// How many tickets, several sizes separated by commas
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000])]
    tickets: Vec<u32>,
    #[arg(long, value_delimiter = ',', default_values_t = [String::from("sqlite"), String::from("postgres")])]
    databases: Vec<String>,
    /// Seconds for each closed loop
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Measure the release program that is there
    #[arg(long)]
    no_build: bool,
}

pub fn bench(args: &BenchArgs) -> Result<()> {
    if !args.no_build {
        build::build(Profile::Release)?;
    }
    let mut rows = table::sizes(&Profile::Release.site());
    for database in &args.databases {
        for &tickets in &args.tickets {
            say::step(&format!("{tickets} tickets on {database}"));
            let place = Place::fill(database, tickets)?;
            rows.extend(measure(&place, args.seconds)?);
        }
    }
    table::print(&rows);
    fs::write("target/bench.json", serde_json::to_vec_pretty(&table::json(&rows))?)
        .context("target/bench.json cannot be written")
}

fn measure(place: &Place, seconds: u64) -> Result<Vec<Row>> {
    let case = format!("{} {}", place.database, place.tickets);
    let mut rows = Vec::new();
    let mut note = |name: &str, value: f64| {
        say::note(&format!("{name}: {value:.1}"));
        rows.push(Row::new(&case, name, value));
    };
    note("memory idle", place.memory()?);
    for (name, path) in place.reads() {
        note(name, load::one_after_another(place, &path, seconds.min(3))?.p95);
    }
    note("event to stream", load::event_to_stream(place)?);
    for clients in [1, 16] {
        let bare = place.bare(clients, seconds)?;
        note(&format!("bare transaction {clients} per s"), bare);
        let created = load::create(place, clients, seconds)?;
        both(&mut note, "create", clients, &created);
        let replied = load::reply(place, clients, seconds)?;
        both(&mut note, "reply", clients, &replied);
    }
    note("memory loaded", place.memory()?);
    note("bytes per ticket", place.bytes_per_ticket()?);
    Ok(rows)
}

fn both(note: &mut impl FnMut(&str, f64), what: &str, clients: usize, measured: &Measured) {
    note(&format!("{what} {clients} p95"), measured.p95);
    note(&format!("{what} {clients} per s"), measured.per_second);
}
