//! Closed loops: so many clients, each asking again as soon as it is answered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use super::http::Connection;
use super::place::Place;

pub struct Measured {
    /// Milliseconds.
    pub p95: f64,
    pub per_second: f64,
}

static COUNT: AtomicUsize = AtomicUsize::new(0);

pub fn one_after_another(place: &Place, path: &str, seconds: u64) -> Result<Measured> {
    place.connect()?.get(path)?;
    closed_loop(place, 1, seconds, |connection, _| connection.get(path))
}

pub fn create(place: &Place, clients: usize, seconds: u64) -> Result<Measured> {
    let category = place.leaf.as_str();
    closed_loop(place, clients, seconds, move |connection, n| {
        let body = format!(
            r#"{{"category_id":{category},"subject":"耳机一只不响","description":"昨天收到的耳机左边没有声音，第 {n} 次反映，请换一副。","customer":{{"name":"王测试","phone":"136{:08}"}}}}"#,
            n % 99_999_999
        );
        connection.post("/api/v1/tickets", &body)
    })
}

pub fn reply(place: &Place, clients: usize, seconds: u64) -> Result<Measured> {
    const BODY: &str = r#"{"kind":"public_reply","body":"已经联系商家，两天内给您答复。"}"#;
    closed_loop(place, clients, seconds, |connection, n| {
        let number = place.open[n % place.open.len()].as_str();
        connection.post(&format!("/api/v1/tickets/{number}/messages"), BODY)
    })
}

/// The median of how long it takes from a reply to the other side's stream.
pub fn event_to_stream(place: &Place) -> Result<f64> {
    let mut stream = place.connect()?;
    stream.listen("/api/v1/events")?;
    thread::sleep(Duration::from_millis(300));
    let mut writer = place.connect()?;
    let mut times = Vec::new();
    for n in 0..20 {
        let number = place.open[n % place.open.len()].as_str();
        let body = format!(r#"{{"kind":"note","body":"测量 {n}"}}"#);
        let begun = Instant::now();
        writer.post(&format!("/api/v1/tickets/{number}/messages"), &body)?;
        while !stream.line()?.contains("note_added") {}
        times.push(begun.elapsed());
    }
    times.sort();
    Ok(millis(times[times.len() / 2]))
}

fn closed_loop(
    place: &Place,
    clients: usize,
    seconds: u64,
    ask: impl Fn(&mut Connection, usize) -> Result<String> + Sync,
) -> Result<Measured> {
    let until = Instant::now() + Duration::from_secs(seconds);
    let begun = Instant::now();
    let client = || -> Result<Vec<Duration>> {
        let mut connection = place.connect()?;
        let mut times = Vec::new();
        while Instant::now() < until {
            let asked = Instant::now();
            ask(&mut connection, COUNT.fetch_add(1, Ordering::Relaxed))?;
            times.push(asked.elapsed());
        }
        Ok(times)
    };
    let times: Result<Vec<Vec<Duration>>> = thread::scope(|scope| {
        let all: Vec<_> = (0..clients).map(|_| scope.spawn(client)).collect();
        all.into_iter().map(|one| one.join().map_err(|_| anyhow!("a client broke"))?).collect()
    });
    let mut times: Vec<Duration> = times?.into_iter().flatten().collect();
    times.sort();
    Ok(Measured {
        p95: millis(times[times.len() * 95 / 100]),
        per_second: rate(times.len(), begun),
    })
}

#[expect(clippy::cast_precision_loss, reason = "nobody answers 2^52 times in five seconds")]
fn rate(count: usize, begun: Instant) -> f64 {
    count as f64 / begun.elapsed().as_secs_f64()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
