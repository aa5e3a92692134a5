//! A filled database with a server at it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use std::{env, fs, process};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::http::Connection;
use super::postgres::Postgres;
use crate::profile::Profile;
use crate::tools;

/// Reads all of the made-up desk, which is the most that can be asked for.
const ADMIN: &str = "bench-admin";

pub struct Place {
    pub database: String,
    pub tickets: u32,
    /// A category to file under.
    pub leaf: String,
    /// Tickets to reply to.
    pub open: Vec<String>,
    url: String,
    address: SocketAddr,
    token: String,
    program: Option<Child>,
    postgres: Option<Postgres>,
    folder: PathBuf,
}

impl Place {
    pub fn fill(database: &str, tickets: u32) -> Result<Self> {
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
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut place = Self {
            database: database.to_owned(),
            tickets,
            leaf: String::new(),
            open: Vec::new(),
            url,
            address,
            token: String::new(),
            program: None,
            postgres,
            folder,
        };
        tools::run(place.gongdan().args(["bench-data", "--tickets", &tickets.to_string()]))?;
        place.token = place.token_of(ADMIN)?;
        place.serve()?;
        place.look_around()?;
        Ok(place)
    }

    pub fn connect(&self) -> Result<Connection> {
        Connection::open(self.address, &self.token)
    }

    /// What is read, by the name of its budget.
    pub fn reads(&self) -> Vec<(&'static str, String)> {
        let ticket = self.open.first().cloned().unwrap_or_default();
        vec![
            ("worklist p95", "/api/v1/worklist?limit=50".to_owned()),
            ("view p95", "/api/v1/tickets?view=live&limit=50".to_owned()),
            ("ticket p95", format!("/api/v1/tickets/{ticket}")),
            ("timeline p95", format!("/api/v1/tickets/{ticket}/timeline")),
            ("search p95", "/api/v1/tickets?q=%E9%80%80%E6%AC%BE&limit=50".to_owned()),
            (
                "search rare p95",
                "/api/v1/tickets?q=%E5%9C%B0%E6%9D%BF%20%E7%8E%8B&limit=50".to_owned(),
            ),
            ("board p95", "/api/v1/board".to_owned()),
            ("render p95", "/".to_owned()),
            ("render form p95", "/new".to_owned()),
        ]
    }

    /// Megabytes that stay in memory.
    pub fn memory(&self) -> Result<f64> {
        let id = self.program.as_ref().context("no server runs")?.id();
        let status = fs::read_to_string(format!("/proc/{id}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes: f64 = line
            .and_then(|line| line.trim().split(' ').next())
            .and_then(|number| number.parse().ok())
            .context("no VmRSS")?;
        Ok(kilobytes / 1024.0)
    }

    /// Transactions a second without the desk around them.
    pub fn bare(&self, clients: usize, seconds: u64) -> Result<f64> {
        let (clients, seconds) = (clients.to_string(), seconds.to_string());
        let words = ["bench-limit", "--clients", &clients, "--seconds", &seconds];
        Ok(self.answer(&words)?.parse()?)
    }

    pub fn bytes_per_ticket(&self) -> Result<f64> {
        Ok(self.answer(&["bench-size"])?.parse()?)
    }

    fn look_around(&mut self) -> Result<()> {
        let mut connection = self.connect()?;
        let categories: Value = serde_json::from_str(&connection.get("/api/v1/categories")?)?;
        self.leaf = leaf(&categories).context("no category to file under")?;
        let open: Value =
            serde_json::from_str(&connection.get("/api/v1/tickets?view=open&limit=100")?)?;
        let items =
            ["tickets", "items", "rows", "data"].iter().find_map(|key| open[key].as_array());
        let numbers = items.context("no list of tickets")?.iter();
        self.open = numbers.filter_map(|it| it["number"].as_str().map(ToOwned::to_owned)).collect();
        Ok(())
    }

    fn token_of(&self, login: &str) -> Result<String> {
        let mut words = vec!["token", "create", "--agent", login];
        for scope in ["tickets:read", "tickets:write", "boards:read", "customers:read"] {
            words.extend(["--scope", scope]);
        }
        self.answer(&words)
    }

    fn serve(&mut self) -> Result<()> {
        let mut serve = self.gongdan();
        serve.arg("serve").env("GONGDAN_LISTEN", self.address.to_string());
        serve.env("GONGDAN_LOG_FILTER", "warn").stdout(Stdio::null());
        self.program = Some(serve.spawn().context("the server cannot be started")?);
        for _ in 0..200 {
            if TcpStream::connect(self.address).is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        bail!("the server does not answer")
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

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(mut program) = self.program.take() {
            tools::succeeds(Command::new("kill").arg(program.id().to_string()));
            let _ = program.wait();
        }
        self.postgres = None;
        let _ = fs::remove_dir_all(&self.folder);
    }
}
