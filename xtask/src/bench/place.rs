//! A filled database with a server at it.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, process};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::http::Connection;
use super::postgres::Postgres;
use super::program::Program;
use crate::profile::Profile;
use crate::tools;

/// Reads all of the made-up desk, which is the most that can be asked for.
const ADMIN: &str = "bench-admin";
/// Handles tickets of a few groups.
const AGENT: &str = "bench-agent-7";
/// As many tickets as one call may move.
const MANY: usize = 500;

pub struct Place {
    pub database: String,
    pub tickets: u32,
    /// A category to file under.
    pub leaf: String,
    /// Tickets to reply to.
    pub open: Vec<String>,
    pub program: Program,
    /// Another process at the same database, where there can be one.
    pub other: Option<Program>,
    admin: String,
    agent: String,
    site: Site,
}

/// Where the data are.
struct Site {
    url: String,
    folder: PathBuf,
    /// Last, so that it goes after those who use it.
    postgres: Option<Postgres>,
}

impl Place {
    pub fn fill(database: &str, tickets: u32) -> Result<Self> {
        let site = Site::new(database)?;
        tools::run(site.gongdan().args(["bench-data", "--tickets", &tickets.to_string()]))?;
        let program = Program::start(site.gongdan())?;
        let other = site.postgres.as_ref().map(|_| Program::start(site.gongdan())).transpose()?;
        let mut place = Self {
            database: database.to_owned(),
            tickets,
            leaf: String::new(),
            open: Vec::new(),
            program,
            other,
            admin: site.token_of(ADMIN)?,
            agent: site.token_of(AGENT)?,
            site,
        };
        place.look_around()?;
        Ok(place)
    }

    /// As whoever reads everything.
    pub fn connect(&self) -> Result<Connection> {
        Connection::open(self.program.address, &self.admin)
    }

    pub fn connect_as_agent(&self) -> Result<Connection> {
        Connection::open(self.program.address, &self.agent)
    }

    /// At the other process, if there is one.
    pub fn connect_elsewhere(&self) -> Result<Option<Connection>> {
        let address = self.other.as_ref().map(|other| other.address);
        address.map(|address| Connection::open(address, &self.admin)).transpose()
    }

    /// Tokens of so many different agents.
    pub fn tokens(&self, count: usize) -> Result<Vec<String>> {
        (7..7 + count).map(|n| self.site.token_of(&format!("bench-agent-{n}"))).collect()
    }

    /// Transactions a second without the desk around them.
    pub fn bare(&self, clients: usize, seconds: u64) -> Result<f64> {
        let (clients, seconds) = (clients.to_string(), seconds.to_string());
        let words = ["bench-limit", "--clients", &clients, "--seconds", &seconds];
        Ok(self.site.answer(&words)?.parse()?)
    }

    pub fn bytes_per_ticket(&self) -> Result<f64> {
        Ok(self.site.answer(&["bench-size"])?.parse()?)
    }

    fn look_around(&mut self) -> Result<()> {
        let mut connection = self.connect()?;
        let categories: Value = serde_json::from_str(&connection.get("/api/v1/categories")?)?;
        self.leaf = leaf(&categories).context("no category to file under")?;
        let mut cursor = String::new();
        while self.open.len() < MANY {
            let path = format!("/api/v1/tickets?view=open&limit=100&cursor={cursor}");
            let page: Value = serde_json::from_str(&connection.get(&path)?)?;
            let items = page["items"].as_array().context("no list of tickets")?;
            let numbers = items.iter().filter_map(|it| it["number"].as_str());
            self.open.extend(numbers.map(ToOwned::to_owned));
            match page["next_cursor"].as_str() {
                Some(next) => next.clone_into(&mut cursor),
                None => break,
            }
        }
        Ok(())
    }
}

impl Site {
    fn new(database: &str) -> Result<Self> {
        let folder = env::temp_dir().join(format!("gongdan-bench-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let postgres = match database {
            "sqlite" => None,
            "postgres" => Some(Postgres::start(&folder)?),
            other => bail!("there is no database called {other}"),
        };
        let file = || format!("sqlite:{}", folder.join("desk.db").display());
        let url = postgres.as_ref().map_or_else(file, Postgres::url);
        Ok(Self { url, folder, postgres })
    }

    fn token_of(&self, login: &str) -> Result<String> {
        self.answer(&["token", "create", "--agent", login, "--scope", "all"])
    }

    fn answer(&self, words: &[&str]) -> Result<String> {
        let output = self.gongdan().args(words).output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            bail!("gongdan {} failed: {said}", words.join(" "));
        }
        let text = String::from_utf8(output.stdout)?;
        Ok(text.lines().last().unwrap_or_default().trim().to_owned())
    }

    fn gongdan(&self) -> Command {
        let mut command = Command::new(Profile::Release.server());
        command.env("DATABASE_URL", &self.url);
        command.env("GONGDAN_FILES_URL", format!("file:{}", self.folder.join("files").display()));
        command.env("GONGDAN_OUTBOX", self.folder.join("outbox"));
        command
    }
}

/// The first leaf in whatever shape the tree has.
fn leaf(value: &Value) -> Option<String> {
    match value {
        Value::Array(items) => items.iter().find_map(leaf),
        Value::Object(fields) => {
            let is_leaf = fields.get("leaf").is_some_and(|leaf| !leaf.is_null() && leaf != false);
            let id = fields.get("id").filter(|_| is_leaf).map(ToString::to_string);
            id.or_else(|| fields.values().find_map(leaf))
        }
        _ => None,
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.postgres = None;
        let _ = fs::remove_dir_all(&self.folder);
    }
}
