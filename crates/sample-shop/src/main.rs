//! A small business of its own, for the desk to operate: orders, refunds, a warehouse, hotel
//! vouchers, payments and a message centre behind one HTTP address. The demo talks to it, and the
//! tests make it misbehave.
//!
//! ```text
//! sample-shop --listen 127.0.0.1:3010 --secret sample-shop --desk http://127.0.0.1:3000/api/v1/inbound/shop
//! ```
//!
//! # What it does
//!
//! | request | does |
//! |---|---|
//! | `GET /orders/{no}` | an order: SKU, product, supplier, price, time, state, what was refunded |
//! | `POST /orders/{no}/confirm-room` | confirms the room of a paid hotel order |
//! | `POST /orders/{no}/refuse-room` | there is none; the order is over |
//! | `POST /refunds` | `{order, amount, reason?}`: gives money back, at most what was paid |
//! | `POST /shipments` | `{order, sku?}`: the warehouse sends something |
//! | `POST /vouchers` | `{order}`: of a confirmed hotel order |
//! | `POST /payments` | `{order, amount}`: pays a compensation |
//! | `POST /messages` | `{phone, text}`: the message centre sends it |
//! | `GET /{refunds,shipments,vouchers,payments,messages}/{no}` | what was made of it |
//!
//! Orders need not be brought in. A number of twelve digits that begins with 88 is an order of goods,
//! one that begins with 77 a paid hotel order whose room nobody confirmed; what it is of follows from
//! the digits. An amount is a text with at most two decimals, such as `"89.00"`.
//!
//! Requests are signed as `channels::signature` says, with the secret of `--secret`; others are
//! answered 401. A time of signing more than five minutes off is refused, unless `--any-time`. What
//! changes something needs an `Idempotency-Key`: the same key is answered as the first time and does
//! nothing, however often it comes; the same key for something else is 422.
//!
//! # What tests tell it
//!
//! These are not signed; so it listens on this machine only.
//!
//! | request | does |
//! |---|---|
//! | `POST /script` | `{operation, failure, times?}`: how the next requests of it go wrong |
//! | `GET /ledger` | every effect with its key and how often it was asked for |
//! | `POST /emit` | `{id, kind, data, …}`: tells the desk of an event, and answers what it said |
//!
//! Operations are `order`, `confirm_room`, `refuse_room`, `refunds`, `shipments`, `vouchers`,
//! `payments`, `messages`. Failures: `{"how": "refuse", "reason": "…"}`, `hang` (it never answers, and
//! does nothing), `garbage`, `fail` (500), `drop` (it is done, and the answer is lost), `late`
//! (`{"how": "late", "ms": 800}`: it is done, and the answer takes its time).

mod acts;
mod business;
mod control;
mod door;
mod failure;
mod ledger;
mod now;
mod orders;
mod routes;
mod state;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tokio::net::TcpListener;

use crate::state::Shop;

#[derive(Parser)]
#[command(version, about = "A small business of its own, for the desk to operate")]
struct Args {
    /// HOST:PORT to answer at
    #[arg(long, default_value = "127.0.0.1:3010")]
    listen: String,
    /// What requests are signed with
    #[arg(long, env = "SAMPLE_SHOP_SECRET", default_value = "sample-shop")]
    secret: String,
    /// Where the desk takes events
    #[arg(long, value_name = "URL")]
    desk: Option<String>,
    /// A file to keep everything in
    #[arg(long)]
    file: Option<PathBuf>,
    /// Take requests that were signed at any time; tests have a clock of their own
    #[arg(long)]
    any_time: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match serve(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sample-shop: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The first line it prints is where it answers: with port 0 the system picks one.
async fn serve(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind(&args.listen).await?;
    println!("http://{}", listener.local_addr()?);
    let shop = Shop::open(&args.secret, args.desk, args.file, args.any_time)?;
    axum::serve(listener, routes::router(shop)).await?;
    Ok(())
}
