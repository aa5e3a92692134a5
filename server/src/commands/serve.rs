//! `gongdan serve`: answers browsers and programs until it is told to stop.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::ListenerExt;
use desk::DeskError;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::demo;
use crate::cli::ServeArgs;
use crate::config::Settings;
use crate::opening::{self, OpenError};
use crate::routes::{self, House};
use crate::site::Site;
use crate::streams;
use crate::telemetry;

/// What is not finished this long after the signal is left unfinished.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the worker has in hand may take this long.
const LAST_CHORE: Duration = Duration::from_millis(500);

#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(
        "{0} is in use by another program; stop that one, or say --listen with another address"
    )]
    InUse(String),
    #[error("{0} is not an address of this machine that can be opened: {1}")]
    Refused(String, io::Error),
    #[error(transparent)]
    Closed(#[from] OpenError),
    #[error("the demo cannot be told: {0}")]
    Demo(#[from] DeskError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

pub async fn run(settings: Settings, args: &ServeArgs) -> Result<(), ServeError> {
    telemetry::start(&settings);
    let store = opening::store(&settings).await?;
    let desk = opening::desk(&settings, &store).await?;
    let listener = bind(&settings.listen).await?;
    if args.demo_if_empty {
        demo::if_empty(&desk).await?;
    }
    let stop = stop_signal()?;
    let metrics = telemetry::metrics();
    streams::none_yet();
    let work = tokio::spawn(worker::run(desk.clone(), stop.clone()));
    let house = House {
        store: store.clone(),
        desk: desk.clone(),
        site: Site::open(settings.site.as_deref()),
        stop: stop.clone(),
        metrics,
        settings,
    };
    serve(listener, house, stop).await?;
    desk.shut();
    // What it has in hand is finished, or done again by the next process.
    let _ = tokio::time::timeout(LAST_CHORE, work).await;
    store.close().await;
    Ok(())
}

async fn bind(address: &str) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => ServeError::InUse(address.to_owned()),
        _ => ServeError::Refused(address.to_owned(), error),
    })
}

async fn serve(
    listener: TcpListener,
    house: House,
    stop: CancellationToken,
) -> Result<(), ServeError> {
    tracing::info!(address = %listener.local_addr()?, "open");
    let quick = listener.tap_io(|connection| {
        // Small answers are not held back for company. A refusal costs milliseconds, not the answer.
        let _ = connection.set_nodelay(true);
    });
    let serving = axum::serve(
        quick,
        routes::router(house).into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(stop.clone().cancelled_owned())
    .into_future();
    tokio::select! {
        done = serving => done?,
        () = out_of_patience(&stop) => tracing::warn!("left what was not finished in time"),
    }
    tracing::info!("closed");
    Ok(())
}

async fn out_of_patience(stop: &CancellationToken) {
    stop.cancelled().await;
    tokio::time::sleep(PATIENCE).await;
}

/// A token that is cancelled by Ctrl+C and by the service manager.
fn stop_signal() -> io::Result<CancellationToken> {
    let token = CancellationToken::new();
    let (mut interrupt, mut terminate) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let stop = token.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("asked to stop");
        stop.cancel();
    });
    Ok(token)
}
