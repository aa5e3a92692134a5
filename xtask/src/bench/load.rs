//! Closed loops: so many clients, each asking again as soon as it is answered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use super::http::Connection;
use super::place::Place;
use super::reads::Read;

pub struct Measured {
    /// Milliseconds.
    pub p95: f64,
    pub per_second: f64,
}

static COUNT: AtomicUsize = AtomicUsize::new(0);

pub fn one_after_another(place: &Place, read: &Read, seconds: u64) -> Result<Measured> {
    let look = |connection: &mut Connection| {
        read.paths.iter().try_for_each(|path| connection.get(path).map(drop))
    };
    // Once for nothing: what everybody asks for is in memory.
    look(&mut read.connect(place)?)?;
    closed_loop(|| read.connect(place), 1, seconds, |connection, _| look(connection))
}

pub fn create(place: &Place, clients: usize, seconds: u64) -> Result<Measured> {
    let category = place.leaf.as_str();
    closed_loop(
        || place.connect(),
        clients,
        seconds,
        move |connection, n| {
            let body = format!(
                r#"{{"category_id":{category},"subject":"耳机一只不响","description":"昨天收到的耳机左边没有声音，第 {n} 次反映，请换一副。","customer":{{"name":"王测试","phone":"136{:08}"}}}}"#,
                n % 99_999_999
            );
            connection.post("/api/v1/tickets", &body)
        },
    )
}

pub fn reply(place: &Place, clients: usize, seconds: u64) -> Result<Measured> {
    const BODY: &str = r#"{"kind":"public_reply","body":"已经联系商家，两天内给您答复。"}"#;
    closed_loop(
        || place.connect(),
        clients,
        seconds,
        |connection, n| {
            let number = place.open[n % place.open.len()].as_str();
            connection.post(&format!("/api/v1/tickets/{number}/messages"), BODY)
        },
    )
}

fn closed_loop<Answer>(
    connect: impl Fn() -> Result<Connection> + Sync,
    clients: usize,
    seconds: u64,
    ask: impl Fn(&mut Connection, usize) -> Result<Answer> + Sync,
) -> Result<Measured> {
    let until = Instant::now() + Duration::from_secs(seconds);
    let begun = Instant::now();
    let client = || -> Result<Vec<Duration>> {
        let mut connection = connect()?;
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
    let times = times?.into_iter().flatten().collect();
    Ok(Measured::of(times, begun.elapsed()))
}

impl Measured {
    #[expect(clippy::cast_precision_loss, reason = "nobody answers 2^52 times in five seconds")]
    pub fn of(mut times: Vec<Duration>, within: Duration) -> Self {
        times.sort();
        let p95 = times.get(times.len() * 95 / 100).copied().unwrap_or_default();
        Self { p95: millis(p95), per_second: times.len() as f64 / within.as_secs_f64() }
    }
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
