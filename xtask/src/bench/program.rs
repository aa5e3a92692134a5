//! A server that is measured, watched from outside.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::tools;

/// In which Linux counts the time a process was busy.
const TICKS_PER_SECOND: f64 = 100.0;

pub struct Program {
    process: Child,
    pub address: SocketAddr,
}

impl Program {
    /// `gongdan` says at which database.
    pub fn start(mut gongdan: Command) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        gongdan.arg("serve").env("GONGDAN_LISTEN", address.to_string());
        gongdan.env("GONGDAN_LOG_FILTER", "warn").stdout(Stdio::null());
        let process = gongdan.spawn().context("the server cannot be started")?;
        let program = Self { process, address };
        for _ in 0..200 {
            if TcpStream::connect(address).is_ok() {
                return Ok(program);
            }
            sleep(Duration::from_millis(50));
        }
        bail!("the server does not answer")
    }

    /// Megabytes that stay in memory.
    pub fn memory(&self) -> Result<f64> {
        let status = self.about("status")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
        Ok(kilobytes.context("no VmRSS")? / 1024.0)
    }

    /// Seconds of processors it has used so far.
    pub fn busy(&self) -> Result<f64> {
        let stat = self.about("stat")?;
        let after_name = stat.rsplit_once(") ").context("no name in stat")?.1;
        let ticks = after_name.split(' ').skip(11).take(2).filter_map(|it| it.parse::<f64>().ok());
        Ok(ticks.sum::<f64>() / TICKS_PER_SECOND)
    }

    fn about(&self, what: &str) -> Result<String> {
        Ok(fs::read_to_string(format!("/proc/{}/{what}", self.process.id()))?)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        tools::succeeds(Command::new("kill").arg(self.process.id().to_string()));
        let _ = self.process.wait();
    }
}
