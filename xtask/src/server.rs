//! A server for a check: on an address of its own, with a database of its own, gone afterwards.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs, process};

use anyhow::{Context, Result, bail};

use crate::profile::Profile;
use crate::tools;

const PATIENCE: Duration = Duration::from_secs(30);

pub struct Server {
    program: Child,
    folder: PathBuf,
    address: SocketAddr,
}

impl Server {
    /// Starts on a fresh SQLite database with a small demo desk.
    pub fn start(name: &str) -> Result<Self> {
        let folder = env::temp_dir().join(format!("gongdan-{name}-{}", process::id()));
        fs::create_dir_all(&folder)?;
        // Before the server: its worker lives now, and the demo tells of two months ago.
        tools::run(command(&folder).args(["demo", "--tickets", "100"]).stdout(Stdio::null()))?;
        let address = free_address()?;
        let program = command(&folder)
            .arg("serve")
            .args(["--listen", &address.to_string()])
            .stdout(Stdio::null())
            .spawn()
            .context("the server cannot be started")?;
        let mut server = Self { program, folder, address };
        server.wait()?;
        Ok(server)
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Runs another of the product's commands on the same database and answers what it prints.
    pub fn ask(&self, words: &[&str]) -> Result<String> {
        let answer = command(&self.folder).args(words).output()?;
        if !answer.status.success() {
            bail!("gongdan {} failed", words.join(" "));
        }
        Ok(String::from_utf8(answer.stdout)?.trim().to_owned())
    }

    fn wait(&mut self) -> Result<()> {
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            if let Some(status) = self.program.try_wait()? {
                bail!("the server ended at once with {status}");
            }
            if begun.elapsed() > PATIENCE {
                bail!("the server does not answer");
            }
            sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Whatever goes wrong here, the check itself has its result.
        let pid = self.program.id().to_string();
        tools::succeeds(Command::new("kill").arg(pid));
        let _ = self.program.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(Profile::Dev.server());
    command.env("DATABASE_URL", format!("sqlite:{}", folder.join("desk.db").display()));
    command.env("GONGDAN_FILES_URL", format!("file:{}", folder.join("files").display()));
    command.env("GONGDAN_OUTBOX", folder.join("outbox"));
    command
}

/// The system picks one that nobody uses.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
