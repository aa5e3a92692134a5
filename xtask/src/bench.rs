//! `cargo xtask bench`: the budgets of the product, measured on a release build.
//!
//! Everything is asked for from outside, over HTTP, as a program would ask; client and server share
//! the machine.

mod budgets;
mod http;
mod live;
mod load;
mod place;
mod postgres;
mod program;
mod reads;
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
            if rows.iter().all(|row| !row.is("brotli", FIRST_PAGE)) {
                rows.extend(pages(&place, &rows)?);
            }
            rows.extend(measure(&place, args.seconds)?);
        }
        rows.extend(growth(&rows, database, &args.tickets));
    }
    table::print(&rows);
    fs::write("target/bench.json", serde_json::to_vec_pretty(&table::json(&rows))?)
        .context("target/bench.json cannot be written")
}

const FIRST_PAGE: &str = "first page";

/// What a phone loads before it can be used, in kilobytes.
fn pages(place: &Place, sizes: &[Row]) -> Result<Vec<Row>> {
    let sheet = sizes.iter().find(|row| row.is("brotli", "main.css")).map_or(0.0, Row::value);
    let mut connection = place.connect()?;
    let mut row = |name, path| -> Result<Row> {
        let page = table::kilo(connection.weigh(path)? as u64);
        Ok(Row::new("brotli", name, page + sheet))
    };
    Ok(vec![row(FIRST_PAGE, "/")?, row("filing page", "/new")?])
}

fn measure(place: &Place, seconds: u64) -> Result<Vec<Row>> {
    let case = format!("{} {}", place.database, place.tickets);
    let mut rows = Vec::new();
    let mut note = |name: &str, value: f64| {
        say::note(&format!("{name}: {value:.1}"));
        rows.push(Row::new(&case, name, value));
    };
    note("memory idle", place.program.memory()?);
    for read in reads::all(place) {
        note(read.name, load::one_after_another(place, &read, seconds.min(3))?.p95);
    }
    note("event to screen", live::event_to_screen(place)?);
    if let Some(time) = live::event_to_other_process(place)? {
        note("event to other process", time);
    }
    for clients in [1, 16] {
        let bare = place.bare(clients, seconds)?;
        note(&format!("bare transaction {clients} per s"), bare);
        let created = load::create(place, clients, seconds)?;
        both(&mut note, "create", clients, &created);
        let replied = load::reply(place, clients, seconds)?;
        both(&mut note, "reply", clients, &replied);
    }
    note("500 listening", live::cores_for(place, 500, seconds)?);
    note("bulk 500", live::bulk(place)?);
    note("memory loaded", place.program.memory()?);
    note("bytes per ticket", place.bytes_per_ticket()?);
    Ok(rows)
}

fn both(note: &mut impl FnMut(&str, f64), what: &str, clients: usize, measured: &Measured) {
    note(&format!("{what} {clients} p95"), measured.p95);
    note(&format!("{what} {clients} per s"), measured.per_second);
}

/// How many times longer a list takes at the largest desk than at the smallest.
fn growth(rows: &[Row], database: &str, sizes: &[u32]) -> Vec<Row> {
    let (Some(small), Some(large)) = (sizes.iter().min(), sizes.iter().max()) else {
        return Vec::new();
    };
    let time = |size: &u32, list: &str| {
        let (case, name) = (format!("{database} {size}"), format!("{list} p95"));
        rows.iter().find(|row| row.is(&case, &name)).map(Row::value)
    };
    let of = |list: &str| {
        let times = time(large, list)? / time(small, list)?;
        Some(Row::new(&format!("{database} {large}:{small}"), &format!("{list} growth"), times))
    };
    ["worklist", "view", "view of all"].into_iter().filter_map(of).collect()
}
