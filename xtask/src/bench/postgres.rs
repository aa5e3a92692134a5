//! A Postgres for measuring: with the settings it is installed with, so that it waits for the disk.

use std::env;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::postgres::within_reach;
use crate::tools;

pub struct Postgres {
    program: Child,
    port: u16,
}

impl Postgres {
    pub fn start(folder: &Path) -> Result<Self> {
        let data = folder.join("pg");
        fs::create_dir_all(&data)?;
        if runs_as_root() {
            tools::run(Command::new("chown").arg("-R").arg("postgres").arg(folder))?;
        }
        let mut init = command("initdb")?;
        init.args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8"]);
        tools::run(init.arg("--pgdata").arg(&data).stdout(Stdio::null()))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut serve = command("postgres")?;
        serve.arg("-D").arg(&data).args(["-p", &port.to_string()]);
        serve.args(["-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"]);
        let program = serve.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let server = Self { program, port };
        server.wait()?;
        Ok(server)
    }

    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&self) -> Result<()> {
        for _ in 0..300 {
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                sleep(Duration::from_millis(300));
                return Ok(());
            }
            sleep(Duration::from_millis(100));
        }
        bail!("Postgres does not answer")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        tools::succeeds(Command::new("kill").args(["-INT", &self.program.id().to_string()]));
        let _ = self.program.wait();
    }
}

/// Postgres refuses to run as root; Debian's package made a user for it.
fn command(program: &str) -> Result<Command> {
    let mut found = Command::new("true");
    within_reach(&mut found)?;
    let path = found.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, value)| value);
    let path = path.map_or_else(|| env::var_os("PATH").unwrap_or_default(), ToOwned::to_owned);
    let file: PathBuf = env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
        .with_context(|| format!("{program} is nowhere"))?;
    if !runs_as_root() {
        return Ok(Command::new(file));
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(file);
    command.current_dir("/");
    Ok(command)
}

fn runs_as_root() -> bool {
    tools::succeeds(Command::new("sh").args(["-c", "[ $(id -u) = 0 ]"]))
}
