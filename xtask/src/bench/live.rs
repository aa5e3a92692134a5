//! How soon others see what one does, and what it costs to tell them.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::http::Connection;
use super::load::{Measured, millis};
use super::place::Place;

/// What a page asks for again when it hears of something.
const SCREEN: &str = "/api/v1/tickets?view=live&limit=50";
const TIMES: usize = 40;

/// From a note to the other side's list with it in, at the same process.
pub fn event_to_screen(place: &Place) -> Result<f64> {
    let (mut stream, mut screen) = (place.connect()?, place.connect()?);
    seen(place, &mut stream, &mut screen)
}

/// The same, when the other side is at another process.
pub fn event_to_other_process(place: &Place) -> Result<Option<f64>> {
    match (place.connect_elsewhere()?, place.connect_elsewhere()?) {
        (Some(mut stream), Some(mut screen)) => seen(place, &mut stream, &mut screen).map(Some),
        _ => Ok(None),
    }
}

fn seen(place: &Place, stream: &mut Connection, screen: &mut Connection) -> Result<f64> {
    stream.listen("/api/v1/events")?;
    thread::sleep(Duration::from_millis(300));
    let mut writer = place.connect()?;
    let mut times = Vec::new();
    for n in 0..TIMES {
        let begun = Instant::now();
        note(&mut writer, &place.open[n % place.open.len()], n)?;
        while !stream.line()?.contains("note_added") {}
        screen.get(SCREEN)?;
        times.push(begun.elapsed());
    }
    Ok(Measured::of(times, Duration::from_secs(1)).p95)
}

/// Processors that are busy while so many agents listen and twenty things happen each second.
pub fn cores_for(place: &Place, listeners: usize, seconds: u64) -> Result<f64> {
    const PEOPLE: usize = 20;
    const EVERY: Duration = Duration::from_millis(50);
    let tokens = place.tokens(PEOPLE)?;
    let listen = |n: usize| -> Result<Connection> {
        let mut stream = Connection::open(place.program.address, &tokens[n % PEOPLE])?;
        stream.listen("/api/v1/events")?;
        Ok(stream)
    };
    // Nobody reads: what is sent in a few seconds waits in the lines.
    let streams = (0..listeners).map(listen).collect::<Result<Vec<_>>>()?;
    let mut writer = place.connect()?;
    let (busy, begun) = (place.program.busy()?, Instant::now());
    for n in 0.. {
        if begun.elapsed() > Duration::from_secs(seconds) {
            break;
        }
        note(&mut writer, &place.open[n % place.open.len()], n)?;
        let next = EVERY * u32::try_from(n + 1).context("too many")?;
        thread::sleep(next.saturating_sub(begun.elapsed()));
    }
    drop(streams);
    Ok((place.program.busy()? - busy) / begun.elapsed().as_secs_f64())
}

/// Hands five hundred tickets over in one call; milliseconds.
pub fn bulk(place: &Place) -> Result<f64> {
    let mut connection = place.connect()?;
    let groups: serde_json::Value = serde_json::from_str(&connection.get("/api/v1/groups")?)?;
    let body = serde_json::json!({ "tickets": place.open, "group_id": groups["items"][0]["id"] });
    let begun = Instant::now();
    connection.post("/api/v1/tickets/reassign", &body.to_string())?;
    Ok(millis(begun.elapsed()))
}

fn note(writer: &mut Connection, ticket: &str, n: usize) -> Result<()> {
    let body = format!(r#"{{"kind":"note","body":"测量 {n}"}}"#);
    writer.post(&format!("/api/v1/tickets/{ticket}/messages"), &body).map(drop)
}
