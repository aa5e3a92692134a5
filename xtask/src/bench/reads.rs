//! What is read all day, by the name of its budget.

use anyhow::Result;

use super::http::Connection;
use super::place::Place;

/// Who asks.
#[derive(Clone, Copy)]
enum Reader {
    /// Reads the tickets of a few groups, and has work of their own.
    Agent,
    /// Reads everything.
    Admin,
}

pub struct Read {
    pub name: &'static str,
    reader: Reader,
    /// All that one look needs.
    pub paths: Vec<String>,
}

impl Read {
    pub fn connect(&self, place: &Place) -> Result<Connection> {
        match self.reader {
            Reader::Agent => place.connect_as_agent(),
            Reader::Admin => place.connect(),
        }
    }
}

pub fn all(place: &Place) -> Vec<Read> {
    use Reader::{Admin, Agent};
    const COUNTS: &str = "/api/v1/counts";
    let ticket = place.open.first().cloned().unwrap_or_default();
    let read = |name, reader, paths: &[&str]| {
        let paths = paths.iter().map(|&path| path.to_owned()).collect();
        Read { name, reader, paths }
    };
    vec![
        read("worklist p95", Agent, &["/api/v1/worklist?limit=50", COUNTS]),
        read("view p95", Agent, &["/api/v1/tickets?view=live&limit=50", COUNTS]),
        read("view of all p95", Admin, &["/api/v1/tickets?view=live&limit=50", COUNTS]),
        read("ticket p95", Admin, &[&format!("/api/v1/tickets/{ticket}")]),
        read("timeline p95", Admin, &[&format!("/api/v1/tickets/{ticket}/timeline")]),
        // 退款, and 地板 王.
        read("search p95", Agent, &["/api/v1/tickets?q=%E9%80%80%E6%AC%BE&limit=50"]),
        read(
            "search rare p95",
            Agent,
            &["/api/v1/tickets?q=%E5%9C%B0%E6%9D%BF%20%E7%8E%8B&limit=50"],
        ),
        read("board p95", Admin, &["/api/v1/board"]),
        read("render p95", Admin, &["/"]),
        read("render form p95", Admin, &["/new"]),
    ]
}
